using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// Who reaches what, and how. Rows of the file and the grants that pass access on count alike, so the answer is the same
/// whether a sync was expanded or not.
/// </summary>
public sealed class AccessReach
{
    /// <summary>Ways that are told of one thing; more of them say nothing new.</summary>
    public const int MostPaths = 100;

    // The ecosystem's own limit for expansion (format section 6).
    private const int MostSteps = 20;

    // A tangle of groups has more ways than anybody can read; finding them must end.
    private const int MostVisits = 200_000;

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
        var paths = new Dictionary<string, List<ReachPath>>(StringComparer.Ordinal);
        var recorded = new List<(Held Held, IReadOnlyList<string> Sources)>();
        var visits = 0;
        var filter = new GrantFilter { PrincipalTypeId = principalTypeId, PrincipalId = principalId };
        foreach (var row in _list.Reader.ReadGrants(_list.Sync, filter, cancellationToken))
        {
            var held = new Held(row.EntitlementId, row.ResourceTypeId, row.ResourceId);
            if (GrantSource.IsDirect(row.Message, row.EntitlementId))
            {
                Follow([held], isRecorded: false);
            }
            else
            {
                recorded.Add((held, [.. GrantSource.Others(row.Message, row.EntitlementId)]));
            }
        }

        // Rows of an expansion whose causes the file no longer has: what it recorded is all that is known.
        foreach (var (held, sources) in recorded.Where(row => !paths.ContainsKey(row.Held.EntitlementId)))
        {
            foreach (var source in sources)
            {
                Follow([SourceOf(source, held), held], isRecorded: true);
            }
        }

        return [.. paths.Values.Select(ways => new Reached(ways[0].Target, [.. ways.OrderBy(way => way.Steps.Count)]))];

        void Follow(List<Held> steps, bool isRecorded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var last = steps[^1].EntitlementId;
            if (!paths.TryGetValue(last, out var ways))
            {
                paths[last] = ways = [];
            }

            if (ways.Count >= MostPaths || ++visits > MostVisits)
            {
                return;
            }

            ways.Add(new ReachPath([.. steps], isRecorded));
            foreach (var passage in _graph.From(last))
            {
                if (steps.Count < MostSteps
                    && passage.Admits(principalTypeId)
                    && (!passage.IsShallow || (steps.Count == 1 && !isRecorded))
                    && !steps.Exists(step => step.EntitlementId == passage.Target.EntitlementId))
                {
                    steps.Add(passage.Target);
                    Follow(steps, isRecorded);
                    steps.RemoveAt(steps.Count - 1);
                }
            }
        }
    }

    /// <summary>
    /// Everybody who reaches one of some things, one row for each way. Rows stream; what only passes access on, such as a
    /// group, is no answer itself.
    /// </summary>
    public IEnumerable<Holder> Who(IReadOnlyList<Held> targets, CancellationToken cancellationToken)
    {
        foreach (var chain in targets.SelectMany(ChainsTo))
        {
            foreach (var row in _list.Reader.ReadGrants(_list.Sync, new GrantFilter { EntitlementId = chain[0].Held.EntitlementId }, cancellationToken))
            {
                if (PassesOn(row.PrincipalTypeId) || !chain.TrueForAll(link => link.Passage?.Admits(row.PrincipalTypeId) ?? true))
                {
                    continue;
                }

                foreach (var path in Paths(row, chain))
                {
                    yield return new Holder(_list.Resource(row.PrincipalTypeId, row.PrincipalId), path);
                }
            }
        }
    }

    /// <summary>What can be held of a resource, as far as people hold it.</summary>
    public IReadOnlyList<Held> TargetsOn(string typeId, string resourceId, CancellationToken cancellationToken)
    {
        var filter = new EntitlementFilter { ResourceTypeId = typeId, ResourceId = resourceId };
        var own = _list.Reader.ReadEntitlements(_list.Sync, filter, cancellationToken)
            .Where(row => row.Message.Slug != ResourceTypeNames.HasPermission)
            .Select(row => new Held(row.Id, row.ResourceTypeId, row.ResourceId))
            .ToList();

        // A scope of the Go connector's has nothing to be held on itself.
        var granted = AccessIds.Entitlement(typeId, resourceId, "granted");
        if (typeId == ResourceTypeNames.Scope && !own.Exists(held => held.EntitlementId == granted))
        {
            own.Add(new Held(granted, typeId, resourceId));
        }

        return own;
    }

    /// <summary>The entitlement of a step, or what can be said of one that has no row.</summary>
    public Entitlement EntitlementOf(Held held) => _list.FindEntitlement(held.EntitlementId) ?? new Entitlement
    {
        Id = held.EntitlementId,
        Slug = held.EntitlementId[(held.EntitlementId.LastIndexOf(':') + 1)..],
        Resource = _list.Resource(held.TypeId, held.ResourceId),
    };

    private IEnumerable<ReachPath> Paths(GrantRow row, List<(Held Held, Passage? Passage)> chain)
    {
        List<Held> steps = [.. chain.Select(link => link.Held)];
        if (GrantSource.IsDirect(row.Message, row.EntitlementId))
        {
            // Only who holds the first step directly passes a shallow one, and only there.
            if (chain.Skip(2).All(link => link.Passage is not { IsShallow: true }))
            {
                yield return new ReachPath(steps);
            }

            yield break;
        }

        if (chain.Exists(link => link.Passage is { IsShallow: true }))
        {
            yield break;
        }

        foreach (var source in GrantSource.Others(row.Message, row.EntitlementId).Where(source => !_graph.Has(source, row.EntitlementId)))
        {
            yield return new ReachPath([SourceOf(source, chain[0].Held), .. steps], IsRecorded: true);
        }
    }

    private List<List<(Held Held, Passage? Passage)>> ChainsTo(Held target)
    {
        var chains = new List<List<(Held Held, Passage? Passage)>>();
        Collect([(target, null)]);
        return [.. chains.OrderBy(chain => chain.Count)];

        // A chain is built from its end; each link knows the passage that leads to it.
        void Collect(List<(Held Held, Passage? Passage)> chain)
        {
            if (chains.Count >= MostVisits)
            {
                return;
            }

            chains.Add(chain);
            foreach (var passage in _graph.To(chain[0].Held.EntitlementId))
            {
                if (chain.Count < MostSteps && !chain.Exists(link => link.Held.EntitlementId == passage.Source.EntitlementId))
                {
                    Collect([(passage.Source, null), (chain[0].Held, passage), .. chain.Skip(1)]);
                }
            }
        }
    }

    private Held SourceOf(string entitlementId, Held otherwise) =>
        _list.OwnerOf(entitlementId) is { } owner ? new Held(entitlementId, owner.TypeId, owner.Id) : new Held(entitlementId, otherwise.TypeId, otherwise.ResourceId);

    private bool PassesOn(string typeId)
    {
        var type = _list.Type(typeId);
        return new[] { ThingKind.Role, ThingKind.Organization, ThingKind.Group, ThingKind.Permission }.Any(kind => ResourceTypeNames.Means(kind, type));
    }
}
