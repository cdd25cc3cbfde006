using System.Text;
using System.Text.RegularExpressions;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Tests.Support;
using Google.Protobuf;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class ExpandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_copy_has_the_inherited_grants_and_the_file_stays_as_it_is()
    {
        await _workspace.RunAsync("demo", "-f", "plain.c1z", "--expand", "none");
        await _workspace.RunAsync("demo", "-f", "expanded.c1z", "--expand", "all");
        var before = await File.ReadAllBytesAsync(_workspace.PathOf("plain.c1z"));

        var result = await _workspace.RunAsync("expand", "-f", "plain.c1z", "--out", "copy.c1z");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(_workspace.PathOf("plain.c1z")));
        Assert.NotEqual(Grants("plain.c1z"), Grants("copy.c1z"));
        Assert.Equal(Grants("expanded.c1z"), Grants("copy.c1z"));
        Assert.Equal(["copy.c1z", "expanded.c1z", "plain.c1z"], Directory.GetFiles(_workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_stands_in_the_way_is_not_overwritten()
    {
        await _workspace.RunAsync("demo");

        var result = await _workspace.RunAsync("expand", "--out", "sync.c1z");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("exists already", result.Error, StringComparison.Ordinal);
    }

    private List<string> Grants(string name)
    {
        using var reader = AccessFileReader.Open(_workspace.PathOf(name), new AccessFileReaderOptions(), CancellationToken.None);
        return [.. reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, CancellationToken.None).Select(grant => WithoutPort($"{grant.Id} {Encoding.Latin1.GetString(grant.Message.ToByteArray())}")).Order(StringComparer.Ordinal)];
    }

    // Each demo has a tenant of its own, whose port is part of its own API's name.
    private static string WithoutPort(string text) => Regex.Replace(text, @"127\.0\.0\.1:\d+", "127.0.0.1", RegexOptions.None, TimeSpan.FromSeconds(5));
}
