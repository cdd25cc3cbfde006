using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// Who reaches what, and how. Rows of the file and the grants that pass access on count alike, so the answer is the same
/// whether a sync was expanded or not. Whether something is reached never depends on how many ways there are or how long.
/// </summary>
public sealed class AccessReach
{
    /// <summary>So many ways to one thing are told; more help nobody.</summary>
    public const int MostPaths = 100;

    // The ecosystem's own limit for expansion (format section 6); beyond it only a shortest way is told.
    internal const int MostSteps = 20;

    // A tangle of groups has more ways than anybody can read; finding them must end.
    internal const int MostVisits = 200_000;

    private readonly AccessList _list;
    private readonly PassageGraph _graph;

    private AccessReach(AccessList list, PassageGraph graph)
    {
        _list = list;
        _graph = graph;
    }

    /// <summary>Reads what passes access on.</summary>
    public static AccessReach Open(AccessList list, CancellationToken cancellationToken) => new(list, PassageGraph.Load(list, cancellationToken));

    /// <summary>Everything that a principal reaches.</summary>
    public IReadOnlyList<Reached> Of(string principalTypeId, string principalId, CancellationToken cancellationToken)
    {
        var grants = PrincipalGrants.Read(_list, principalTypeId, principalId, cancellationToken);
        var paths = new Dictionary<string, List<ReachPath>>(StringComparer.Ordinal);
        var visits = 0;
        foreach (var held in grants.Direct)
        {
            Follow([held], isRecorded: false);
        }

        // Rows of an expansion whose causes the file no longer has: what it recorded is all that is known.
        foreach (var (held, sources) in grants.Recorded.Where(row => !paths.ContainsKey(row.Held.EntitlementId)))
        {
            foreach (var source in sources)
            {
                Follow([source, held], isRecorded: true);
            }
        }

        var shortest = new ShortestWays(_graph, principalTypeId, grants);
        return
        [
            .. paths.Values.Select(ways => new Reached(ways[0].Target, [.. ways.OrderBy(way => way.Steps.Count)])),
            .. shortest.Reached.Where(id => !paths.ContainsKey(id)).Select(shortest.WayTo).Select(way => new Reached(way.Target, [way])),
        ];

        void Follow(List<Held> steps, bool isRecorded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = steps[^1].EntitlementId;
            if (visits >= MostVisits || (paths.TryGetValue(last, out var ways) && ways.Count >= MostPaths))
            {
                return;
            }

            visits++;
            (ways ?? (paths[last] = [])).Add(new ReachPath([.. steps], isRecorded));
            foreach (var passage in _graph.From(last))
            {
                if (steps.Count < MostSteps
                    && passage.Passes(principalTypeId, steps.Count == 1 && !isRecorded)
                    && !steps.Exists(step => step.EntitlementId == passage.Target.EntitlementId))
                {
                    steps.Add(passage.Target);
                    Follow(steps, isRecorded);
                    steps.RemoveAt(steps.Count - 1);
                }
            }
        }
    }

    /// <summary>Everything that a principal reaches, each thing by one shortest way.</summary>
    public IEnumerable<ReachPath> ShortestOf(string principalTypeId, string principalId, CancellationToken cancellationToken)
    {
        var shortest = new ShortestWays(_graph, principalTypeId, PrincipalGrants.Read(_list, principalTypeId, principalId, cancellationToken));
        return shortest.Reached.Select(shortest.WayTo);
    }

    /// <summary>
    /// Everybody who reaches one of some things, one row for each way. Rows stream; what only passes access on, such as a
    /// group, is no answer itself.
    /// </summary>
    public IEnumerable<Holder> Who(IReadOnlyList<Held> targets, CancellationToken cancellationToken) =>
        targets.SelectMany(target => new HolderSearch(_list, _graph, target).Holders(cancellationToken));

    /// <summary>What can be held on a thing, has_permission aside, which is the role's own and nobody's.</summary>
    public IReadOnlyList<Held> TargetsOn(string typeId, string resourceId, CancellationToken cancellationToken)
    {
        var filter = new EntitlementFilter { ResourceTypeId = typeId, ResourceId = resourceId };
        var own = _list.Reader.ReadEntitlements(_list.Sync, filter, cancellationToken)
            .Where(row => row.Message.Slug != EntitlementSlugs.HasPermission)
            .Select(row => new Held(row.Id, row.ResourceTypeId, row.ResourceId))
            .ToList();
        // A scope of the Go connector's has nothing to be held on itself.
        var granted = AccessIds.Entitlement(typeId, resourceId, EntitlementSlugs.Granted);
        if ((typeId == ResourceTypeIds.Scope || _graph.To(granted).Count > 0) && !own.Exists(held => held.EntitlementId == granted))
        {
            own.Add(new Held(granted, typeId, resourceId));
        }

        return own;
    }

    /// <summary>An entitlement that is reached, with what the file says of it.</summary>
    public Entitlement EntitlementOf(Held held) => _list.FindEntitlement(held.EntitlementId) ?? new Entitlement
    {
        Id = held.EntitlementId,
        Slug = held.EntitlementId[(held.EntitlementId.LastIndexOf(':') + 1)..],
        Resource = _list.Resource(held.TypeId, held.ResourceId),
    };
}
