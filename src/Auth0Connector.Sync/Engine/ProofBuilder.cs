using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Engine;

/// <summary>Sums up, collection by collection, what was expected and what came.</summary>
internal sealed class ProofBuilder(
    SyncerSet syncers,
    IReadOnlyList<CollectionOutcome> outcomes,
    SyncStatistics listed,
    IReadOnlyList<GrantCount> grants,
    IReadOnlyList<StagingFinding> findings)
{
    private readonly IReadOnlyList<PartDefinition> _leftOut = SyncSkips.PartsOf(syncers, outcomes);

    /// <summary>A line for each collection, in an order that does not depend on which was begun first.</summary>
    public IReadOnlyList<CollectionProof> Collections() =>
    [
        .. syncers.Kinds.Join(outcomes, static kind => kind, static outcome => outcome.Kind, static (_, outcome) => outcome, StringComparer.Ordinal)
            .GroupBy(outcome => syncers[outcome.Kind].Info.Collection, StringComparer.Ordinal)
            .Select(group => Collection(group.Key, [.. group])),
    ];

    private CollectionProof Collection(string name, IReadOnlyList<CollectionOutcome> parts)
    {
        var info = syncers[name].Info;
        var readings = parts.Where(part => InfoOf(part).Method != CollectionMethod.ById).ToList();
        var fetched = parts.Where(part => InfoOf(part).Method == CollectionMethod.ById).ToList();
        var refused = parts.Sum(static part => part.Refused + part.RefusedAlone);
        var isLeftOut = parts.Any(part => _leftOut.Contains(InfoOf(part).Part));
        return new CollectionProof
        {
            Collection = name,
            Endpoint = string.Join(", ", parts.Select(part => InfoOf(part).Endpoint).Distinct(StringComparer.Ordinal)),
            Method = Method(name, readings),
            Evidence = EvidenceOf(readings),
            ResourceType = info.ResourceType,
            Lists = readings.Where(part => part.Kind == name).Sum(static part => part.Lists),
            Vanished = readings.Sum(static part => part.LeftOut),
            Refused = refused,
            Expected = name == UsersSyncer.KindName
                ? readings.Min(static part => part.LowestTotal)
                : Sum(readings.Where(part => InfoOf(part).Method == CollectionMethod.Numbers).Select(static part => part.StatedTotal)),
            Received = parts.Sum(static part => part.Received),
            Rows = info.Rows.Sum(Rows),
            Duplicates = info.Rows.Sum(row => Found(StagingFindingKind.Duplicate, row)),
            Repaired = fetched.Sum(static part => part.Received),
            DroppedUnknownPrincipal = info.Rows.Concat(info.MirroredRows).Sum(row => Found(StagingFindingKind.UnknownPrincipal, row)),
            DroppedUnknownEntitlement = info.Rows.Concat(info.MirroredRows).Sum(row => Found(StagingFindingKind.UnknownEntitlement, row)),
            Requests = parts.Sum(static part => part.Requests),
            Whole = refused == 0 && !isLeftOut,
            Notes = [.. parts.SelectMany(static part => part.Notes).Distinct(StringComparer.Ordinal)],
        };
    }

    private Dictionary<string, long> EvidenceOf(IEnumerable<CollectionOutcome> readings) => readings
        .Where(part => !InfoOf(part).OnlyCounts)
        .SelectMany(static part => part.Evidence)
        .GroupBy(static entry => entry.Key, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Sum(static entry => entry.Value), StringComparer.Ordinal);

    private static long? Sum(IEnumerable<long?> totals) => totals.Aggregate((long?)null, static (sum, total) => total is null ? sum : (sum ?? 0) + total);

    private CollectionInfo InfoOf(CollectionOutcome part) => syncers[part.Kind].Info;

    private string Method(string name, IEnumerable<CollectionOutcome> readings)
    {
        var methods = readings
            .Where(part => !InfoOf(part).OnlyCounts && (part.Kind != name || part.Received > 0 || part.Lists > 0))
            .Select(part => (Info: InfoOf(part), part.Received))
            .ToList();
        // Users that were handed over to the export or to windows were only counted by the listing itself.
        var bringing = methods.Where(part => part.Info.Kind != name || part.Received > 0).ToList();
        return string.Join('+', (bringing.Count > 0 ? bringing : methods).Select(static part => Word(part.Info.Method)).Distinct(StringComparer.Ordinal));
    }

    private static string Word(CollectionMethod method) => method switch
    {
        CollectionMethod.Numbers => "numbers",
        CollectionMethod.Checkpoint => "checkpoint",
        CollectionMethod.Search => "search",
        CollectionMethod.Windows => "windows",
        CollectionMethod.Export => "export",
        _ => "id",
    };

    private long Rows(RowKind row) => row.PrincipalTypeId is null
        ? listed.ResourcesOf(row.TypeId)
        : grants.FirstOrDefault(count => count.TypeId == row.TypeId && count.PrincipalTypeId == row.PrincipalTypeId)?.Count ?? 0;

    private long Found(StagingFindingKind kind, RowKind row) => findings
        .Where(finding => finding.Kind == kind && finding.TypeId == row.TypeId && finding.PrincipalTypeId == row.PrincipalTypeId)
        .Sum(static finding => finding.Count);
}
