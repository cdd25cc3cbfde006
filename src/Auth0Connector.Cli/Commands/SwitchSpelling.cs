using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>
/// Writes <c>--switch=1</c>, which the ecosystem's flags take, as <c>--switch=true</c>, which the parser takes, and
/// <c>--no-switch</c> as <c>--switch=false</c>;
/// and refuses what is neither, where the parser would see a stray word.
/// </summary>
internal static class SwitchSpelling
{
    /// <summary>The arguments with every switch in the parser's spelling.</summary>
    public static IReadOnlyList<string> Normalise(IReadOnlyList<string> arguments) => [.. arguments.Select(Normalise)];

    private static string Normalise(string argument)
    {
        if (CommandTable.Named.SelectMany(static command => command.Settings).FirstOrDefault(setting => setting.IsNegatable && argument == "--no-" + setting.Name) is { } off)
        {
            return $"--{off.Name}=false";
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || !argument.StartsWith("--", StringComparison.Ordinal))
        {
            return argument;
        }

        var name = argument[2..equals];
        var setting = CommandTable.Settings.FirstOrDefault(setting => setting.Kind == SettingKind.Switch && setting.Names.Contains(name, StringComparer.Ordinal));
        if (setting is null)
        {
            return argument;
        }

        var value = new SettingValue("--" + name, [argument[(equals + 1)..]]);
        SettingCheck.Check(setting, value);
        SettingCheck.TrySwitch(value.Text, out var on);
        return $"--{name}={(on ? "true" : "false")}";
    }
}
