using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Run;

/// <summary>Whether errors are JSON: where JSON was asked for, of the result or of the log.</summary>
internal static class AskedForm
{
    /// <summary>What a command's settings ask for.</summary>
    public static bool IsJson(CommandDefinition command, ResolvedSettings settings) =>
        IsJson(settings.Given(LogFlags.Format)?.Text)
        || command.Settings.Any(setting => setting.Name == OutputFlags.Form.Name && IsJson(settings.Given(setting)?.Text));

    /// <summary>What the words of a command line ask for; an error of the command line itself has nothing better to go by.</summary>
    public static bool IsJson(IReadOnlyList<string> arguments, Host host) =>
        IsJson(Last(arguments, LogFlags.Format) ?? host.Variable(LogFlags.Format.Variable)) || IsJson(Last(arguments, OutputFlags.Form));

    private static bool IsJson(string? text) =>
        "json".Equals(text, StringComparison.OrdinalIgnoreCase) || "jsonl".Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value that stands last behind a flag, in each way in which it can stand there.</summary>
    private static string? Last(IReadOnlyList<string> arguments, SettingDefinition setting)
    {
        string[] flags = [.. setting.Names.Select(static name => "--" + name), .. setting.ShortName is { } letter ? new[] { $"-{letter}" } : []];
        string? last = null;
        for (var index = 0; index < arguments.Count; index++)
        {
            var word = arguments[index];
            foreach (var flag in flags.Where(flag => word.StartsWith(flag, StringComparison.Ordinal)))
            {
                last = word[flag.Length..] switch
                {
                    "" => index + 1 < arguments.Count ? arguments[index + 1] : last,
                    ['=' or ':', .. var value] => value,
                    var value when flag.Length == 2 => value,
                    _ => last,
                };
            }
        }

        return last;
    }
}
