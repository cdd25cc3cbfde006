using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Jobs;

/// <summary>Who hears how a run ended, checked before anything is read.</summary>
/// <param name="MetricsPath">The absolute path of the file of metrics, or <see langword="null"/>.</param>
/// <param name="OnSuccess">The command after a success, or <see langword="null"/>.</param>
/// <param name="OnFailure">The command after a failure, or <see langword="null"/>.</param>
internal sealed record JobPlan(string? MetricsPath, HookCommand? OnSuccess, HookCommand? OnFailure)
{
    /// <summary>Whether nobody does.</summary>
    public bool IsEmpty => this is { MetricsPath: null, OnSuccess: null, OnFailure: null };

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="settings">The settings of the command.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="others">Other files of the run, by the name of their flag: none of them is overwritten with metrics.</param>
    public static JobPlan Read(ResolvedSettings settings, Host host, params (string Flag, string? Path)[] others) => new(
        settings.Given(JobFlags.MetricsFile) is { } metrics ? Metrics(metrics, host, others) : null,
        settings.Given(JobFlags.OnSuccess) is { } success ? HookCommand.Read(success, host) : null,
        settings.Given(JobFlags.OnFailure) is { } failure ? HookCommand.Read(failure, host) : null);

    private static string Metrics(SettingValue value, Host host, (string Flag, string? Path)[] others)
    {
        var path = TargetFile.CheckReplaced(value.Label, value.Text, "auth0.prom", host);
        if (others.FirstOrDefault(other => other.Path == path) is { Path: not null } same)
        {
            throw new UsageException($"{value.Label}: '{Printable.Short(value.Text)}' is the file of {same.Flag} as well; give another name");
        }

        MetricsFile.DemandOurs(value.Label, value.Text, path);
        return path;
    }
}
