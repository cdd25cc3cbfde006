using System.Diagnostics;
using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Commands;

/// <summary>What the program says it is, against the repository it was built from.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task The_json_says_the_same_as_the_line()
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("version", "-o", "json");

        using var json = JsonDocument.Parse(result.Out);
        var root = json.RootElement;
        Assert.Equal(
            (ProgramVersion.Text, ProgramVersion.Commit, SqliteLibrary.Version(), false),
            (root.GetProperty("version").GetString(), root.GetProperty("commit").GetString(), root.GetProperty("sqlite").GetString(), root.GetProperty("native").GetBoolean()));
        Assert.StartsWith(ProgramVersion.Line + "\n", (await workspace.RunAsync("version")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_date_is_that_of_the_commit()
    {
        if (ProgramVersion.Commit == "unknown")
        {
            // Built from a source archive: nothing is claimed.
            Assert.Null(ProgramVersion.CommittedAt);
            return;
        }

        var start = new ProcessStartInfo("git", ["log", "-1", "--format=%ct", ProgramVersion.Commit]) { WorkingDirectory = AppContext.BaseDirectory, UseShellExecute = false, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var seconds = long.Parse((await git.StandardOutput.ReadToEndAsync()).Trim(), System.Globalization.CultureInfo.InvariantCulture);
        await git.WaitForExitAsync();

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), ProgramVersion.CommittedAt);
    }
}
