using System.Globalization;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Cli.Settings;

/// <summary>Reads what stays of former runs and syncs.</summary>
internal static class KeepingReader
{
    private const int MostDays = 3650;

    public static StagingOptions Read(ResolvedSettings settings) => new()
    {
        Resume = !settings.IsOn(KeepingTable.NoResume),
        ResumeWithin = ReadTime(settings, KeepingTable.ResumeWithin),
        KeepSyncs = ReadKeepSyncs(settings),
        Limits = DecoderLimits.FromMegabytes(settings.Number(KeepingTable.MaxDecodedSize), settings.Number(KeepingTable.MaxDecoderMemory)),
    };

    private static int ReadKeepSyncs(ResolvedSettings settings)
    {
        if (!settings.IsOn(KeepingTable.SkipCleanup))
        {
            return settings.Number(KeepingTable.KeepSyncs);
        }

        return settings.Given(KeepingTable.KeepSyncs) is { } given
            ? throw new ConfigurationException($"{given.Label} and {settings.Given(KeepingTable.SkipCleanup)!.Label} contradict each other; give one of them")
            : int.MaxValue;
    }

    private static TimeSpan ReadTime(ResolvedSettings settings, SettingDefinition setting)
    {
        var text = settings.Text(setting)!.Trim();
        var unit = text.Length > 0 ? text[^1] : ' ';
        var factor = unit switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        return factor > TimeSpan.Zero
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= TimeSpan.FromDays(MostDays) / factor
            ? number * factor
            : throw new ConfigurationException(
                $"{settings.Given(setting)?.Label ?? "--" + setting.Name}: '{SettingCheck.Shown(text)}' is no length of time; give a whole number and s, m, h or d, such as {setting.Example}");
    }
}
