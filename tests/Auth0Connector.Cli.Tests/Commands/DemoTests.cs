using System.Text.Json;
using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class DemoTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_demo_reads_everybody_into_a_file()
    {
        var result = await _workspace.RunAsync("demo", "-o", "json");

        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(result.Out);
        var root = json.RootElement;
        Assert.Equal(_workspace.PathOf("sync.c1z"), root.GetProperty("path").GetString());
        Assert.Equal(new FileInfo(_workspace.PathOf("sync.c1z")).Length, root.GetProperty("fileBytes").GetInt64());
        Assert.Equal(27, root.GetProperty("syncId").GetString()!.Length);
        var users = root.GetProperty("resourceTypes").EnumerateArray().Single(type => type.GetProperty("resourceType").GetString() == "user");
        Assert.Equal(DemoCommand.Users, users.GetProperty("resources").GetInt32());
        Assert.True(root.GetProperty("totals").GetProperty("grants").GetInt64() > 0);
        Assert.Equal(0, root.GetProperty("skips").GetArrayLength());
    }

    [Fact]
    public async Task The_table_ends_with_what_to_try_next()
    {
        var result = await _workspace.RunAsync("demo", "--file", "other.c1z");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Wrote other.c1z, ", result.Out, StringComparison.Ordinal);
        Assert.Contains("What to try next:", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Out + result.Error, StringComparison.Ordinal);
        Assert.All(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public async Task An_existing_file_is_replaced_only_with_force()
    {
        Assert.Equal(0, (await _workspace.RunAsync("demo")).ExitCode);
        var former = await File.ReadAllBytesAsync(_workspace.PathOf("sync.c1z"));

        var refused = await _workspace.RunAsync("demo");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(former, await File.ReadAllBytesAsync(_workspace.PathOf("sync.c1z")));

        Assert.Equal(0, (await _workspace.RunAsync("demo", "--force")).ExitCode);
        Assert.NotEqual(former, await File.ReadAllBytesAsync(_workspace.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task The_settings_of_the_persons_own_tenant_do_not_reach_the_demo()
    {
        _workspace.Variables["BATON_FILE"] = "mine.c1z";
        _workspace.Write(".baton.yaml", "file: [broken");

        var result = await _workspace.RunAsync("demo");

        Assert.Equal(0, result.ExitCode);
        Assert.False(File.Exists(_workspace.PathOf("mine.c1z")));
    }
}
