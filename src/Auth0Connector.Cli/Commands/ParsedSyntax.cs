using System.CommandLine;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Commands;

/// <summary>The options of one command, one for each name of each of its settings.</summary>
internal sealed class ParsedSyntax
{
    private readonly List<(Option Option, string Name, SettingDefinition Setting)> _options = [];
    private readonly Argument<string>? _word;
    private readonly Argument<string[]>? _operands;

    public ParsedSyntax(Command command, CommandDefinition definition)
    {
        Definition = definition;
        foreach (var setting in definition.Settings)
        {
            foreach (var name in setting.Names)
            {
                string[] shortNames = name == setting.Name && setting.ShortName is { } letter ? [$"-{letter}"] : [];
                Option option = setting.Kind == SettingKind.Switch
                    ? new Option<bool>("--" + name, shortNames)
                    : new Option<string[]>("--" + name, shortNames) { Arity = ArgumentArity.OneOrMore };
                command.Options.Add(option);
                _options.Add((option, name, setting));
            }
        }

        // Commands are run by CommandLine; without an action the parser would demand a command's word.
        command.SetAction(static _ => 0);
        command.Options.Add(Help);
        command.Options.Add(Version);
        if (definition.Words.Count > 0)
        {
            _word = new Argument<string>("word") { Arity = ArgumentArity.ZeroOrOne };
            command.Arguments.Add(_word);
        }

        if (definition.Operands.Count > 0)
        {
            // The parser makes no list of an argument that can stand once only; the command says if there are too many.
            _operands = new Argument<string[]>("operands") { Arity = new ArgumentArity(0, Math.Max(2, definition.Operands.Count)) };
            command.Arguments.Add(_operands);
        }
    }

    /// <summary>The command.</summary>
    public CommandDefinition Definition { get; }

    /// <summary>Asks for help.</summary>
    public Option<bool> Help { get; } = new("--help", "-h");

    /// <summary>Asks for the version.</summary>
    public Option<bool> Version { get; } = new("--version", "-v");

    /// <summary>The options of the settings.</summary>
    public IEnumerable<Option> Options => _options.Select(entry => entry.Option);

    /// <summary>The flags that were given.</summary>
    public IReadOnlyDictionary<string, SettingValue> ReadFlags(ParseResult result, IReadOnlyList<string> arguments)
    {
        var flags = new Dictionary<string, SettingValue>(StringComparer.Ordinal);
        foreach (var (option, name, setting) in _options)
        {
            if (result.GetResult(option) is not { Implicit: false } given)
            {
                continue;
            }

            var texts = given.Tokens.Select(token => token.Value).ToList();
            if (setting.Kind == SettingKind.Switch && texts.Count == 0)
            {
                texts.Add("true");
            }

            // The parser takes a flag that follows as the value: '--file --strict' lacks one, '--file=--strict' does not.
            if (setting.Kind != SettingKind.Switch && (texts.Count < given.IdentifierTokenCount || texts.Any(text => IsOwnFlag(text) && !arguments.Contains($"--{name}={text}", StringComparer.Ordinal))))
            {
                throw new UsageException($"--{name}: needs a value{(setting.Example is { } example ? $", such as {example}" : string.Empty)}");
            }

            flags[name] = new SettingValue("--" + name, texts);
        }

        return flags;
    }

    private bool IsOwnFlag(string text) => _options.Exists(entry => entry.Option.Name == text || entry.Option.Aliases.Contains(text));

    /// <summary>The texts that follow the command without a flag, if it takes any.</summary>
    public IReadOnlyList<string> ReadOperands(ParseResult result) =>
        _operands is not null && result.GetResult(_operands) is { } given ? [.. given.Tokens.Select(token => token.Value)] : [];

    /// <summary>The word that follows the command, if it takes one.</summary>
    public string? ReadWord(ParseResult result)
    {
        if (_word is null)
        {
            return null;
        }

        var word = result.GetResult(_word)?.Tokens is [var token, ..] ? token.Value : null;
        if (word is null && Definition.WordIsOptional)
        {
            return null;
        }

        return word is not null && Definition.Words.Contains(word, StringComparer.Ordinal)
            ? word
            : throw new UsageException($"{Definition.Name}: needs one of {string.Join(", ", Definition.Words)}");
    }
}
