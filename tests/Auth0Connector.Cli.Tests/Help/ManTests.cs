using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Help;

/// <summary>Manual pages say what help says, in their own language.</summary>
public sealed class ManTests
{
    private static readonly string[] Requests = [".TH", ".SH", ".TP", ".PP", ".br"];

    public static TheoryData<string> Commands => [.. CommandTable.Named.Select(static command => command.Name).Append("")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_page_has_every_word_of_help(string command)
    {
        using var workspace = new Workspace();

        var page = await workspace.RunAsync([.. Words("man", command)]);
        var help = await workspace.RunAsync([.. Words(command, "--help")]);

        Assert.Equal(0, page.ExitCode);
        Assert.StartsWith(".TH AUTH0", page.Out, StringComparison.Ordinal);
        var lines = page.Out.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.All(lines.Where(static line => line.StartsWith('.') || line.StartsWith('\'')), static line => Assert.Contains(line.Split(' ')[0], Requests));

        // Headings are in capitals there, and a summary has lost its full stop.
        var told = Plain(page.Out).ToUpperInvariant().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.TrimEnd('.', ':')).ToHashSet();
        Assert.All(help.Out.ToUpperInvariant().Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.TrimEnd('.', ':')), word => Assert.Contains(word, told));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_mistake()
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("man", "grnats");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("unknown command 'grnats'; did you mean grants?", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(params string[] words) => words.Where(static word => word.Length > 0);

    private static string Plain(string page) => page.Replace("\\-", "-", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal).Replace("\\&", "", StringComparison.Ordinal).Replace("\\e", "\\", StringComparison.Ordinal);
}
