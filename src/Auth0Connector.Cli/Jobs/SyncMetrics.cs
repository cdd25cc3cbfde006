using Auth0Connector.Cli.Shell;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Cli.Jobs;

/// <summary>A run as metrics (docs/jobs.md). A public shape: add, never rename.</summary>
internal static class SyncMetrics
{
    /// <summary>The first line of every file of metrics begins so.</summary>
    public const string Beginning = "# HELP auth0_connector_";

    private const string LastSuccess = "auth0_connector_last_success_timestamp_seconds";

    /// <summary>The line of a former file that says when the last success was, up to its number.</summary>
    public static string LastSuccessHead(string tenant) => Of(tenant).Head(LastSuccess);

    /// <summary>The whole text.</summary>
    /// <param name="end">How the run ended.</param>
    /// <param name="formerSuccess">When the last successful run before it ended, in seconds since 1970, if that is known.</param>
    /// <param name="findings">What the rules met, by rule; absent where they were not asked.</param>
    public static string Text(RunEnd end, double? formerSuccess, IReadOnlyList<RuleCount> findings)
    {
        var facts = end.Facts;
        var now = end.EndedAt.ToUnixTimeMilliseconds() / 1000.0;
        var text = Of(facts.Tenant);
        text.Gauge("auth0_connector_info", "The program that ran last.", [(1, [("version", ProgramVersion.Text)])]);
        text.Gauge(LastSuccess, "When the last sync that ended with 0 or 3 ended.", end.ExitCode is ExitCodes.Complete or ExitCodes.Skips ? now : formerSuccess);
        text.Gauge("auth0_connector_last_run_timestamp_seconds", "When the last sync ended, however it ended.", now);
        text.Gauge("auth0_connector_last_run_duration_seconds", "How long the last sync took.", Math.Round(end.Elapsed.TotalSeconds, 3));
        text.Gauge("auth0_connector_last_run_exit_code", "Exit code of the last sync.", end.ExitCode);
        text.Gauge("auth0_connector_last_run_requests", "Requests of the last sync, retries included.", facts.Requests);
        text.Gauge("auth0_connector_last_run_retries", "Requests of the last sync that repeated a failed one.", facts.Retries);
        text.Gauge("auth0_connector_last_run_refusals", "Answers of the last sync that refused as too fast (429).", facts.Refusals);
        AddFile(text, facts, findings);
        return text.ToString();
    }

    private static MetricsText Of(string tenant) => new("tenant", tenant);

    private static void AddFile(MetricsText text, RunFacts facts, IReadOnlyList<RuleCount> findings)
    {
        if (facts.Summary is not { } summary)
        {
            return;
        }

        var types = summary.ResourceTypes;
        text.Gauge("auth0_connector_file_bytes", "Size of the access file.", summary.FileBytes);
        text.Gauge("auth0_connector_resources", "Resources in the access file.", [.. types.Select(static type => ((double)type.Resources, Labels(type.ResourceType)))]);
        text.Gauge("auth0_connector_entitlements", "Entitlements in the access file.", [.. types.Select(static type => ((double)type.Entitlements, Labels(type.ResourceType)))]);
        text.Gauge("auth0_connector_grants", "Grants in the access file, inherited ones included.", [.. types.Select(static type => ((double)type.Grants, Labels(type.ResourceType)))]);
        text.Gauge("auth0_connector_dropped_grants", "Grants left out because their holder or what they grant is gone.", summary.DroppedGrants);
        text.Gauge("auth0_connector_skips", "Things that were asked for and are not in the file.", summary.Skips.Count);
        text.Gauge(
            "auth0_connector_collections",
            "Sorts of collections that were read, and whether they are whole.",
            [Collections(summary, whole: true), Collections(summary, whole: false)]);
        text.Gauge(
            "auth0_connector_findings",
            "What a rule met in the access file; absent for a rule that the file cannot answer.",
            [.. findings.Select(static rule => ((double)rule.Met, new[] { ("rule", rule.Rule), ("severity", rule.Severity) }))]);

        static (double, (string, string)[]) Collections(SyncSummary summary, bool whole) =>
            (summary.Proof.Collections.Count(line => line.Whole == whole), [("whole", whole ? "true" : "false")]);

        static (string, string)[] Labels(string type) => [("resource_type", type)];
    }
}
