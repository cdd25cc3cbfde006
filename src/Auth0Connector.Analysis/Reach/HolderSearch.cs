using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Reach;

/// <summary>Looks for everybody who reaches one thing: first by every chain that can be told, then by the shortest of what is longer.</summary>
internal sealed class HolderSearch(AccessList list, PassageGraph graph, Held target)
{
    private static readonly ThingKind[] Passing = [ThingKind.Role, ThingKind.Organization, ThingKind.Group, ThingKind.Permission];

    private readonly Dictionary<string, bool> _passesOn = new(StringComparer.Ordinal);

    public IEnumerable<Holder> Holders(CancellationToken cancellationToken)
    {
        var chains = new Chains(graph, target);
        var told = new HashSet<(string EntitlementId, string TypeId, bool IsDirect)>();
        foreach (var chain in chains.All)
        {
            foreach (var row in Rows(chain[0].Held.EntitlementId, cancellationToken))
            {
                if (!chain.TrueForAll(link => link.Passage?.Admits(row.PrincipalTypeId) ?? true))
                {
                    continue;
                }

                foreach (var path in Paths(row, chain))
                {
                    told.Add((row.EntitlementId, row.PrincipalTypeId, !path.IsRecorded));
                    yield return new Holder(list.Resource(row.PrincipalTypeId, row.PrincipalId), path);
                }
            }
        }

        if (!chains.IsCut)
        {
            yield break;
        }

        foreach (var holder in Beyond(told, cancellationToken))
        {
            yield return holder;
        }
    }

    // Chains that are too long or too many to be told one by one.
    private IEnumerable<Holder> Beyond(HashSet<(string EntitlementId, string TypeId, bool IsDirect)> told, CancellationToken cancellationToken)
    {
        foreach (var type in list.ResourceTypes(cancellationToken).Select(type => type.Id).Where(type => !PassesOn(type)).ToList())
        {
            var ways = new WaysBack(graph, target, type);
            var rows = ways.Sources.SelectMany(source => Rows(source, cancellationToken)).Where(row => row.PrincipalTypeId == type);
            foreach (var row in rows)
            {
                var isDirect = GrantSource.IsDirect(row.Message, row.EntitlementId);
                if (told.Contains((row.EntitlementId, type, isDirect)) || ways.From(row.EntitlementId, isDirect) is not { } way)
                {
                    continue;
                }

                var held = new Held(row.EntitlementId, row.ResourceTypeId, row.ResourceId);
                foreach (var path in isDirect ? [way] : Recorded(row, held).Select(cause => way with { Steps = [cause, .. way.Steps], IsRecorded = true }))
                {
                    yield return new Holder(list.Resource(row.PrincipalTypeId, row.PrincipalId), path);
                }
            }
        }
    }

    private IEnumerable<GrantRow> Rows(string entitlementId, CancellationToken cancellationToken) =>
        list.Reader.ReadGrants(list.Sync, new GrantFilter { EntitlementId = entitlementId }, cancellationToken).Where(row => !PassesOn(row.PrincipalTypeId));

    private IEnumerable<ReachPath> Paths(GrantRow row, List<(Held Held, Passage<Held>? Passage)> chain)
    {
        List<Held> steps = [.. chain.Select(link => link.Held)];
        var isDirect = GrantSource.IsDirect(row.Message, row.EntitlementId);

        // Only who holds the first step directly passes a shallow one, and only there.
        if (chain.Skip(1).Where((link, index) => !(link.Passage?.Opens(isDirect && index == 0) ?? true)).Any())
        {
            return [];
        }

        return isDirect ? [new ReachPath(steps)] : Recorded(row, chain[0].Held).Select(cause => new ReachPath([cause, .. steps], IsRecorded: true));
    }

    private IEnumerable<Held> Recorded(GrantRow row, Held held) =>
        GrantSource.Others(row.Message, row.EntitlementId).Where(source => !graph.Has(source, row.EntitlementId)).Select(source => PrincipalGrants.SourceOf(list, source, held));

    private bool PassesOn(string typeId)
    {
        if (!_passesOn.TryGetValue(typeId, out var passes))
        {
            var type = list.Type(typeId);
            _passesOn[typeId] = passes = Passing.Any(kind => ThingKinds.Means(kind, type));
        }

        return passes;
    }
}
