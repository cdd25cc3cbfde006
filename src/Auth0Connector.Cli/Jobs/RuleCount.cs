using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Cli.Jobs;

/// <summary>How much a rule met in a file that could answer all of it.</summary>
internal sealed record RuleCount(string Rule, string Severity, long Met)
{
    // Rules are asked in memory, which is to be no danger to a sync that has succeeded.
    private const long MostRows = 1_000_000;

    /// <summary>Whether a sync is small enough to be asked in passing.</summary>
    public static bool CanCount(SyncSummary summary) =>
        summary.ResourceTypes.Sum(static type => type.Resources + type.Grants) <= MostRows;

    /// <summary>Asks the rules, with their own thresholds, of the sync that was just written.</summary>
    public static IReadOnlyList<RuleCount> In(SyncSummary summary, Host host, CancellationToken cancellationToken)
    {
        using var reader = AccessFileReader.Open(summary.Path, ReaderSettings.Of(host), cancellationToken);
        using var list = new AccessList(reader, reader.FindSync(summary.SyncId)!);
        var found = OpenedFindings.Read(list, new FindingOptions(), cancellationToken);
        if (found.Model.Coverage.IsPartial)
        {
            return [];
        }

        var met = found.Findings.ToDictionary(static finding => finding.Rule.Id, static finding => finding.Rows.Count, StringComparer.Ordinal);
        var unanswered = found.NotAsked.Select(static rule => rule.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. FindingSearch.Rules.Where(rule => !unanswered.Contains(rule.Id))
                .Select(rule => new RuleCount(rule.Id, FindingsJson.Word(rule.Severity), met.GetValueOrDefault(rule.Id))),
        ];
    }
}
