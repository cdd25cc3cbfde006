using System.Text.Json;
using Auth0Connector.Cli.MockTenant;
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

    [Theory]
    [InlineData("sync.c1z")]
    [InlineData("Ada's file.c1z")]
    public async Task What_is_said_to_try_next_works_as_it_is_printed(string name)
    {
        var result = await _workspace.RunAsync("demo", "-f", name);

        var commands = result.Out.Split('\n').SkipWhile(line => line != "What to try next:").Skip(1).Where(line => line.Length > 0).Select(line => line.Split('#')[0].Trim()).ToList();
        Assert.Equal(Enumerable.Repeat("auth0-connector", commands.Count - 1).Append("baton"), commands.Select(command => command.Split(' ')[0]));
        foreach (var command in commands.SkipLast(1))
        {
            var tried = await _workspace.RunAsync([.. Words(command).Skip(1)]);
            Assert.True(tried.ExitCode == 0, $"{command}: {tried.Error}");
            Assert.NotEmpty(tried.Out);
        }
    }

    [Fact]
    public async Task The_demo_has_nothing_that_was_not_read_and_people_whom_the_manual_names()
    {
        await _workspace.RunAsync("demo");

        using var findings = JsonDocument.Parse((await _workspace.RunAsync("findings", "-o", "json")).Out);
        Assert.Empty(findings.RootElement.GetProperty("notRead").EnumerateArray());
        Assert.Contains("Organization", (await _workspace.RunAsync("access", "--user", "ada@example.com")).Out, StringComparison.Ordinal);
        Assert.Contains("Tom Temp (contractor)", (await _workspace.RunAsync("who", "--role", "Admin")).Out + (await _workspace.RunAsync("who", "--organization", "acme")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("explain", "--user", "ada@example.com", "--permission", "read:invoices")).ExitCode);
        Assert.Equal(3, (await _workspace.RunAsync("explain", "--user", "tom.temp@contractor.example", "--role", "Accountant")).ExitCode);
    }

    // As a shell splits it.
    private static IEnumerable<string> Words(string command)
    {
        var word = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < command.Length; i++)
        {
            if (command[i] == '\'')
            {
                isQuoted = !isQuoted;
            }
            else if (command[i] == '\\' && !isQuoted)
            {
                word.Append(command[++i]);
            }
            else if (command[i] == ' ' && !isQuoted)
            {
                yield return word.ToString();
                word.Clear();
            }
            else
            {
                word.Append(command[i]);
            }
        }

        yield return word.ToString();
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
