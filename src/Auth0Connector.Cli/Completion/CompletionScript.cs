using System.Globalization;
using System.Text;
using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Completion;

/// <summary>Completion scripts with all words written out, so that a key press never starts the program.</summary>
internal static class CompletionScript
{
    /// <summary>The script of a shell.</summary>
    public static string For(string shell) => shell switch
    {
        "fish" => Fish(),
        "pwsh" => PowerShell(),

        // zsh runs bash's completions once it is told to.
        "zsh" => "autoload -U +X bashcompinit && bashcompinit\n" + Bash(),
        _ => Bash(),
    };

    private static string Bash()
    {
        var script = new StringBuilder("_auth0_connector() {\n  local cur=${COMP_WORDS[COMP_CWORD]} words\n  case ${COMP_WORDS[COMP_CWORD-1]} in\n");
        foreach (var setting in Settings().Where(setting => setting.Choices.Count > 0))
        {
            script.Append(CultureInfo.InvariantCulture, $"    --{setting.Name}) COMPREPLY=($(compgen -W '{string.Join(' ', setting.Choices)}' -- \"$cur\")); return;;\n");
        }

        script.Append("  esac\n  case \" ${COMP_WORDS[*]} \" in\n");
        foreach (var command in CommandTable.Listed)
        {
            script.Append(CultureInfo.InvariantCulture, $"    *' {command.Name} '*) words='{Words(command)}';;\n");
        }

        return script
            .Append(CultureInfo.InvariantCulture, $"    *) words='{Words(CommandTable.Sync)}';;\n  esac\n")
            .Append("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\ncomplete -o default -F _auth0_connector auth0-connector\n")
            .ToString();
    }

    private static string Fish()
    {
        var script = new StringBuilder();
        foreach (var command in CommandTable.Listed)
        {
            script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -n __fish_use_subcommand -a {command.Name} -d '{Quoted(command.Summary)}'\n");
        }

        foreach (var command in CommandTable.Listed.Prepend(CommandTable.Sync))
        {
            var when = command.Name.Length == 0 ? "__fish_use_subcommand" : $"'__fish_seen_subcommand_from {command.Name}'";
            foreach (var word in command.Words)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -f -n {when} -a {word}\n");
            }

            foreach (var setting in command.Settings.Where(setting => setting.Listed))
            {
                var letter = setting.ShortName is { } name ? $" -s {name}" : string.Empty;
                var value = setting.Kind == SettingKind.Switch ? string.Empty : setting.Choices.Count > 0 ? $" -x -a '{string.Join(' ', setting.Choices)}'" : " -r";
                script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -n {when} -l {setting.Name}{letter}{value} -d '{Quoted(setting.Help)}'\n");
            }
        }

        return script.ToString();
    }

    private static string PowerShell()
    {
        var script = new StringBuilder("Register-ArgumentCompleter -Native -CommandName auth0-connector -ScriptBlock {\n  param($word, $line, $position)\n");
        script.Append(CultureInfo.InvariantCulture, $"  $words = '{Words(CommandTable.Sync)}'\n");
        foreach (var command in CommandTable.Listed)
        {
            script.Append(CultureInfo.InvariantCulture, $"  if (\" $line \" -like '* {command.Name} *') {{ $words = '{Words(command)}' }}\n");
        }

        return script.Append("  $words -split ' ' | Where-Object { $_ -like \"$word*\" }\n}\n").ToString();
    }

    private static string Words(CommandDefinition command) =>
        string.Join(' ', (command.Name.Length == 0 ? CommandTable.Listed.Select(named => named.Name) : command.Words)
            .Concat(command.Settings.Where(setting => setting.Listed).Select(setting => "--" + setting.Name))
            .Append("--help"));

    private static IEnumerable<SettingDefinition> Settings() =>
        CommandTable.Listed.Prepend(CommandTable.Sync).SelectMany(command => command.Settings).Where(setting => setting.Listed).Distinct();

    private static string Quoted(string text) => text.Replace("'", "\\'", StringComparison.Ordinal);
}
