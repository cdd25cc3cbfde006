using System.Globalization;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Change;

/// <summary>Reads how long something lasts: a whole number and m, h or d.</summary>
internal static class DurationReader
{
    private const int MostDays = 366;

    public static TimeSpan Read(SettingValue value)
    {
        var text = value.Text;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            throw Wrong(value);
        }

        var unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => throw Wrong(value),
        };
        return number <= MostDays * (TimeSpan.FromDays(1) / unit) ? number * unit : throw Wrong(value);
    }

    private static UsageException Wrong(SettingValue value) =>
        new($"{value.Label}: '{Printable.Short(value.Text)}' is no time; give a whole number and m, h or d, such as 8h, a year at most");
}
