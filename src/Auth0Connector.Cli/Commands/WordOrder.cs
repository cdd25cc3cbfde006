using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>
/// Puts the command's word first: the ecosystem's tools take flags before it as well (<c>-f sync.c1z resources</c>). <c>sync</c> is the
/// command that needs no word, and <c>help</c> asks for a command's help.
/// </summary>
internal static class WordOrder
{
    private const string HelpFlag = "--help";

    /// <summary>The arguments as the parser takes them; as they are, where no command can be told.</summary>
    public static IReadOnlyList<string> Normalise(IReadOnlyList<string> arguments)
    {
        var at = WordAt(arguments);
        if (at == arguments.Count)
        {
            return arguments;
        }

        var word = arguments[at];
        IEnumerable<string> others = arguments.Take(at);
        var after = arguments.Skip(at + 1);
        return word switch
        {
            CommandWords.Sync => Sync([.. others, .. after]),
            CommandWords.Help => [.. Normalise([.. after, .. others]), HelpFlag],
            _ when IsCommand(word) => [word, .. others, .. after],
            _ => arguments,
        };
    }

    /// <summary>What follows <c>sync</c> are its flags: another command's word would run that one instead.</summary>
    private static IReadOnlyList<string> Sync(IReadOnlyList<string> arguments)
    {
        var at = WordAt(arguments);
        return at < arguments.Count && IsWord(arguments[at])
            ? throw new UsageException($"{CommandWords.Sync}: '{arguments[at]}' is one word too many; see 'auth0-connector {CommandWords.Help} {CommandWords.Sync}'")
            : arguments;
    }

    private static bool IsWord(string word) => word is CommandWords.Sync or CommandWords.Help || IsCommand(word);

    private static bool IsCommand(string word) => CommandTable.Named.Any(command => command.Name == word);

    /// <summary>The first argument that is neither a flag nor the value of one.</summary>
    private static int WordAt(IReadOnlyList<string> arguments)
    {
        var at = 0;
        while (at < arguments.Count && arguments[at].StartsWith('-'))
        {
            at += TakesNext(arguments[at]) ? 2 : 1;
        }

        return Math.Min(at, arguments.Count);
    }

    /// <summary>Whether the value of a flag stands in the next argument; a flag that nobody knows is left to the parser.</summary>
    private static bool TakesNext(string flag) =>
        CommandTable.Settings.Any(setting => setting.Kind != SettingKind.Switch && setting.Flags.Contains(flag));
}
