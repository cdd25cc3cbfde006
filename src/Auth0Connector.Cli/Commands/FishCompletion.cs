using System.Globalization;
using System.Text;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>The script of fish, which asks of each completion whether it belongs where the cursor is.</summary>
internal static class FishCompletion
{
    // __auth0_connector_at COMMAND: the line is this command's; with 'word' after it, and its word is still to come.
    private const string At = """
        function __auth0_connector_at
            set -l command
            set -l word
            set -l valued
            set -l tokens (commandline -opc)
            set -e tokens[1]
            for token in $tokens
                if test -n "$valued"
                    set valued
                    continue
                end
                switch $token
                    case --
                        return 1
                    case $VALUED
                        set valued yes
                    case '-*'
                    case '*'
                        if test -z "$command"
                            contains -- $token $COMMANDS; and set command $token
                        else if test -z "$word"
                            contains -- "$command $token" $WORDS; and set word $token
                        end
                end
            end
            test "$command" = "$argv[1]"; or return 1
            test "$argv[2]" != word; and return 0
            test -z "$word" -a -z "$valued"
        end

        """;

    public static string Script()
    {
        var script = new StringBuilder(At
            .Replace("$VALUED", string.Join(' ', CompletionWords.Valued), StringComparison.Ordinal)
            .Replace("$COMMANDS", string.Join(' ', CompletionWords.Names), StringComparison.Ordinal)
            .Replace("$WORDS", string.Join(' ', CompletionWords.Commands.SelectMany(static command => command.Words.Select(word => $"'{command.Name} {word}'"))), StringComparison.Ordinal));
        foreach (var command in CommandTable.Listed)
        {
            script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -n \"__auth0_connector_at '' word\" -a {command.Name} -d '{Quoted(command.Summary)}'\n");
        }

        foreach (var command in CompletionWords.Commands)
        {
            var at = command.Name.Length == 0 ? "\"__auth0_connector_at ''\"" : $"'__auth0_connector_at {command.Name}'";
            foreach (var word in command.Words)
            {
                script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -f -n '__auth0_connector_at {command.Name} word' -a {word}\n");
            }

            foreach (var setting in CompletionWords.Listed(command))
            {
                var letter = setting.ShortName is { } name ? $" -s {name}" : string.Empty;
                var value = setting.Kind == SettingKind.Switch ? string.Empty : setting.Choices.Count > 0 ? $" -x -a '{string.Join(' ', setting.Choices)}'" : " -r";
                script.Append(CultureInfo.InvariantCulture, $"complete -c auth0-connector -n {at} -l {setting.Name}{letter}{value} -d '{Quoted(setting.Help)}'\n");
            }
        }

        return script.ToString();
    }

    private static string Quoted(string text) => text.Replace("'", "\\'", StringComparison.Ordinal);
}
