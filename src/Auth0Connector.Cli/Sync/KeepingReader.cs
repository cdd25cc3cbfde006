using System.Globalization;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Sync;

/// <summary>Reads what stays of former runs and syncs.</summary>
internal static class KeepingReader
{
    private const int MostDays = 3650;

    public static StagingOptions Read(ResolvedSettings settings) => new()
    {
        Resume = !settings.IsOn(KeepingFlags.NoResume),
        ResumeWithin = ReadTime(settings, KeepingFlags.ResumeWithin),
        KeepSyncs = ReadKeepSyncs(settings),
        Limits = DecoderLimits.FromMegabytes(settings.Number(FileFlags.MaxDecodedSize), settings.Number(FileFlags.MaxDecoderMemory)),
    };

    private static int ReadKeepSyncs(ResolvedSettings settings)
    {
        if (!settings.IsOn(KeepingFlags.SkipCleanup))
        {
            return settings.Number(KeepingFlags.KeepSyncs);
        }

        return settings.Given(KeepingFlags.KeepSyncs) is { } given
            ? throw new UsageException($"{given.Label} and {settings.Given(KeepingFlags.SkipCleanup)!.Label} contradict each other; give one of them")
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
            : throw new UsageException(
                $"{settings.Given(setting)?.Label ?? "--" + setting.Name}: '{Printable.Short(text)}' is no length of time; give a whole number and s, m, h or d, such as {setting.Example}");
    }
}
