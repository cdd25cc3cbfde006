using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Reads how much of the tenant's rate limits may be used.</summary>
internal static class PaceReader
{
    public static PaceOptions Read(ResolvedSettings settings) => new()
    {
        RateShare = AboveZero(settings, PaceFlags.RateShare) ?? settings.Fraction(PaceFlags.RateShare),
        MaxRequestsPerSecond = AboveZero(settings, PaceFlags.MaxRequestsPerSecond),
        MaxConcurrency = settings.Number(PaceFlags.Concurrency),
    };

    // A share or a pace of nothing would never end.
    private static double? AboveZero(ResolvedSettings settings, SettingDefinition setting) => settings.Given(setting) switch
    {
        null => null,
        _ when settings.Fraction(setting) > 0 => settings.Fraction(setting),
        { } given => throw new UsageException($"{given.Label}: is 0, so nothing would ever be read; give more, or leave it out"),
    };
}
