using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Jobs;

/// <summary>The settings of a run that nobody watches: who hears how it ended.</summary>
internal static class JobFlags
{
    public static readonly SettingDefinition MetricsFile =
        new("metrics-file", SettingKind.Text, SettingGroup.Output, "Leave figures of the run in this file, as Prometheus text for node_exporter's textfile collector; after a failed run too.")
        {
            Placeholder = "PATH",
            Example = "/var/lib/prometheus/node-exporter/auth0.prom",
            UnitWith = [TenantFlags.BaseUrl.Name],
        };

    public static readonly SettingDefinition OnSuccess =
        new("on-success", SettingKind.Text, SettingGroup.Output, "Run this command after a sync that ended with 0: a program and its arguments, without a shell. docs/jobs.md has what it gets.")
        {
            Placeholder = "CMD",
            Example = "'/usr/local/bin/notify done'",
            NotFromConfigFile = true,
        };

    public static readonly SettingDefinition OnFailure =
        new("on-failure", SettingKind.Text, SettingGroup.Output, "Run this command after a sync that ended with another code, but for signals.")
        {
            Placeholder = "CMD",
            Example = "'/usr/local/bin/notify failed'",
            NotFromConfigFile = true,
        };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [MetricsFile, OnSuccess, OnFailure];
}
