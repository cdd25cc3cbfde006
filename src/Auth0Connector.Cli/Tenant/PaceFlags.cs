using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Tenant;

/// <summary>How fast and how patient.</summary>
internal static class PaceFlags
{
    public static readonly SettingDefinition RateShare =
        new("rate-share", SettingKind.Fraction, SettingGroup.Pace, "Share of the tenant's rate limits to use, burst and refill alike; the rest is left to production.")
        {
            Placeholder = "SHARE",
            Default = "0.8",
            Example = "0.5",
            Least = 0,
            Most = 1,
        };

    public static readonly SettingDefinition MaxRequestsPerSecond =
        new("max-requests-per-second", SettingKind.Fraction, SettingGroup.Pace, "Most requests a second, whatever the tenant allows.")
        {
            Placeholder = "N",
            DefaultInWords = "what the tenant allows",
            Least = 0,
            Most = 100_000,
        };

    public static readonly SettingDefinition Concurrency =
        new("concurrency", SettingKind.Number, SettingGroup.Pace, "Most requests on their way at a time; fewer where answers slow down. Also called --workers.")
        {
            Aliases = ["workers"],
            Placeholder = "N",
            Default = "32",
            Least = 1,
            Most = 256,
        };

    public static readonly SettingDefinition HttpTimeout =
        new("http-timeout-seconds", SettingKind.Number, SettingGroup.Pace, "Longest time for one attempt of one request, connecting included.")
        {
            Placeholder = "N",
            Default = "300",
            Least = 1,
            Most = 1800,
        };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [RateShare, MaxRequestsPerSecond, Concurrency, HttpTimeout];
}
