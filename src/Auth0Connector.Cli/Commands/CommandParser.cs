using System.CommandLine;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>What a command line asks for.</summary>
internal sealed record ParsedCommand(CommandDefinition Command, Invocation Invocation, bool Help, bool Version);

/// <summary>
/// Parses a command line with System.CommandLine. Values stay texts here: they are checked together with those
/// of variables and the configuration file, so that one mistake has one message whatever its source.
/// </summary>
internal sealed class CommandParser
{
    private readonly RootCommand _root = new();
    private readonly Dictionary<Command, ParsedSyntax> _syntax = [];

    public CommandParser()
    {
        _root.Options.Clear();
        _root.Directives.Clear();
        _syntax.Add(_root, new ParsedSyntax(_root, CommandTable.Sync));
        foreach (var definition in CommandTable.Named)
        {
            var command = new Command(definition.Name);
            _syntax.Add(command, new ParsedSyntax(command, definition));
            _root.Subcommands.Add(command);
        }
    }

    /// <summary>Parses, or throws with the one mistake that matters most.</summary>
    public ParsedCommand Parse(IReadOnlyList<string> arguments)
    {
        // Without a replacer '@name' stays a text: a secret may begin with it.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var result = _root.Parse(WordOrder.Normalise(SwitchSpelling.Normalise(arguments)), configuration);
        var syntax = _syntax[result.CommandResult.Command];
        if (result.GetResult(syntax.Help) is { Implicit: false })
        {
            if (result.UnmatchedTokens is [[not '-', ..], ..])
            {
                RefuseUnknown(result, syntax);
            }

            return new ParsedCommand(syntax.Definition, Nothing, Help: true, Version: false);
        }

        if (result.GetResult(syntax.Version) is { Implicit: false })
        {
            return new ParsedCommand(syntax.Definition, Nothing, Help: false, Version: true);
        }

        var flags = syntax.ReadFlags(result, arguments);
        RefuseUnknown(result, syntax);
        return result.Errors.Count == 0
            ? new ParsedCommand(
                syntax.Definition, new Invocation(flags, syntax.ReadWord(result)) { Operands = syntax.ReadOperands(result) }, Help: false, Version: false)
            : throw new UsageException($"{result.Errors[0].Message} See 'auth0-connector --help'");
    }

    private static Invocation Nothing { get; } = new(new Dictionary<string, SettingValue>(), Word: null);

    private static void RefuseUnknown(ParseResult result, ParsedSyntax syntax)
    {
        var unknownFlag = result.UnmatchedTokens.FirstOrDefault(token => token.Length > 1 && token.StartsWith('-'));
        if (unknownFlag is not null)
        {
            // What follows '=' is not shown: it may be a secret behind a misspelled name.
            var name = unknownFlag.Split('=', ':')[0];
            var known = syntax.Definition.Settings.SelectMany(setting => setting.Names).Append("help").Append("version").Select(flag => "--" + flag);
            throw new UsageException(
                syntax.Definition is { Name: [_, ..] word } && CommandTable.Settings.Any(setting => setting.Flags.Contains(name))
                    ? $"{name} has no meaning for '{word}'{Meant(name, known, word)}"
                    : $"unknown flag {Printable.Short(name)}{(syntax.Definition.Name.Length == 0 ? string.Empty : $" for '{syntax.Definition.Name}'")}{Meant(name, known, syntax.Definition.Name)}");
        }

        if (result.UnmatchedTokens.Count > 0)
        {
            var word = result.UnmatchedTokens[0];
            var commands = syntax.Definition.Name.Length == 0 ? CommandTable.Listed.Select(command => command.Name).Append(CommandWords.Sync).Append(CommandWords.Help) : syntax.Definition.Words;
            if (syntax.Definition is { Name: [_, ..] name, Words: [] } && IsPlain(word))
            {
                throw new UsageException($"{name}: '{word}' is one word too many; see 'auth0-connector {name} --help'");
            }

            throw new UsageException(
                IsPlain(word)
                    ? $"unknown command '{word}'{Meant(word, commands)}"
                    : "an argument that belongs to no flag stands on the command line; every value follows its flag, in quotes if it holds a space");
        }
    }

    /// <summary>Whether a word can be shown: anything else may be a value that lost its flag, and secret.</summary>
    private static bool IsPlain(string word) => word.Length <= 20 && word.All(letter => char.IsAsciiLetterLower(letter) || letter == '-');

    /// <summary>What was probably meant by a word, as the end of a sentence; else the page of help that says what there is.</summary>
    internal static string Meant(string word, IEnumerable<string> known, string command = "") =>
        Suggestion.For(word, known) is { } meant ? $"; did you mean {meant}?" : $"; see 'auth0-connector {(command.Length == 0 ? string.Empty : command + " ")}--help'";
}
