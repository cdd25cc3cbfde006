using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

/// <summary>Whether large files stay unpacked, and where.</summary>
public sealed class CacheFlagTests
{
    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, "true", null, true)]
    [InlineData(null, "0", null, false)]
    [InlineData("true", "false", null, true)]
    [InlineData("false", "true", null, false)]
    [InlineData(null, null, "true", false)]
    [InlineData(null, null, "0", false)]
    [InlineData(null, null, "", true)]
    [InlineData(null, "true", "1", false)]
    [InlineData("true", null, "1", true)]
    [InlineData("false", null, "1", false)]
    public void Flag_variable_and_CI_decide(string? flag, string? variable, string? ci, bool isKept)
    {
        using var workspace = new Workspace();
        workspace.Variables["XDG_CACHE_HOME"] = workspace.Directory;
        Set(workspace, "BATON_CACHE", variable);
        Set(workspace, "CI", ci);
        var host = workspace.Host(TextWriter.Null, TextWriter.Null);
        var flags = flag is null ? [] : new Dictionary<string, SettingValue> { ["cache"] = new("--cache", [flag]) };
        var settings = new SettingResolver(host, []).Resolve(StatsCommand.Definition.Sources, StatsCommand.Definition.Settings, flags);

        var cache = CachePlace.Of(settings, host);

        Assert.Equal(isKept ? Path.Combine(workspace.Directory, "auth0-connector", "unpacked") : null, cache?.Folder);
    }

    [Theory]
    [InlineData("--cache")]
    [InlineData("--no-cache")]
    [InlineData("--cache=0")]
    public async Task Every_spelling_is_taken(string flag)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("stats", "-f", "none.c1z", flag);

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("There is no file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_says_what_there_was()
    {
        using var workspace = new Workspace();
        workspace.Variables["XDG_CACHE_HOME"] = workspace.Directory;
        var folder = Directory.CreateDirectory(workspace.PathOf("auth0-connector/unpacked"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.db"), "12345");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.entry"), "");

        Assert.StartsWith("removed 1 file, 5 bytes, from ", (await workspace.RunAsync("cache", "clear")).Out, StringComparison.Ordinal);
        Assert.StartsWith("nothing is kept in ", (await workspace.RunAsync("cache", "clear")).Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task Without_a_home_there_is_nothing_to_clear()
    {
        using var workspace = new Workspace();
        workspace.Variables.Remove("HOME");
        workspace.Variables.Remove("XDG_CACHE_HOME");

        var result = await workspace.RunAsync("cache", "clear");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("set HOME or XDG_CACHE_HOME", result.Error, StringComparison.Ordinal);
    }

    private static void Set(Workspace workspace, string name, string? value)
    {
        workspace.Variables.Remove(name);
        if (value is not null)
        {
            workspace.Variables[name] = value;
        }
    }
}
