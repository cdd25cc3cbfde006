using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Vocabulary;
namespace Auth0Connector.Analysis.Reach;

/// <summary>
/// Everything in a sync that passes access on: grants to groups and roles that carry GrantExpandable, whether they were
/// expanded into rows or not, and the scopes of roles as the Go connector has them. It grows with groups, roles and
/// permissions, not with people.
/// </summary>
internal sealed class PassageGraph
{
    private readonly Dictionary<string, List<Passage<Held>>> _from = new(StringComparer.Ordinal);
    private readonly HashSet<(string Source, string Target)> _pairs = [];
    private readonly Dictionary<string, List<Passage<Held>>> _to = new(StringComparer.Ordinal);

    public static PassageGraph Load(AccessList list, CancellationToken cancellationToken)
    {
        var graph = new PassageGraph();
        foreach (var row in list.Reader.ReadGrants(list.Sync, new GrantFilter { IsExpandable = true }, cancellationToken))
        {
            if (row.Expandable is not { } expandable)
            {
                continue;
            }

            foreach (var sourceId in expandable.EntitlementIds.Where(id => !string.IsNullOrWhiteSpace(id)))
            {
                // The source belongs to the grant's principal, whatever its own row says or lacks.
                graph.Add(new Passage<Held>(
                    new Held(sourceId, row.PrincipalTypeId, row.PrincipalId),
                    new Held(row.EntitlementId, row.ResourceTypeId, row.ResourceId),
                    expandable.Shallow,
                    expandable.ResourceTypeIds));
            }
        }

        graph.AddScopesOfRoles(list, cancellationToken);
        return graph;
    }

    public IReadOnlyList<Passage<Held>> From(string entitlementId) => _from.GetValueOrDefault(entitlementId) ?? [];

    public IReadOnlyList<Passage<Held>> To(string entitlementId) => _to.GetValueOrDefault(entitlementId) ?? [];

    public IEnumerable<Passage<Held>> All => _from.Values.SelectMany(passages => passages);

    public bool Has(string sourceId, string targetId) => _pairs.Contains((sourceId, targetId));

    /// <summary>
    /// The Go connector makes the scope the principal of <c>role:R:has_permission</c> (format section 9), so that nobody would
    /// hold it; what it means is that whoever is assigned the role has the scope.
    /// </summary>
    private void AddScopesOfRoles(AccessList list, CancellationToken cancellationToken)
    {
        var gives = list.Reader.ReadEntitlements(list.Sync, EntitlementFilter.All, cancellationToken)
            .Where(row => row.Id == AccessIds.Entitlement(row.ResourceTypeId, row.ResourceId, EntitlementSlugs.HasPermission))
            .ToList();
        foreach (var given in gives)
        {
            var assigned = new Held(AccessIds.Entitlement(given.ResourceTypeId, given.ResourceId, EntitlementSlugs.Assigned), given.ResourceTypeId, given.ResourceId);
            foreach (var row in list.Reader.ReadGrants(list.Sync, new GrantFilter { EntitlementId = given.Id }, cancellationToken))
            {
                var granted = new Held(AccessIds.Entitlement(row.PrincipalTypeId, row.PrincipalId, EntitlementSlugs.Granted), row.PrincipalTypeId, row.PrincipalId);
                if (!Has(assigned.EntitlementId, granted.EntitlementId))
                {
                    Add(new Passage<Held>(assigned, granted, IsShallow: false, []));
                }
            }
        }
    }

    private void Add(Passage<Held> passage)
    {
        _pairs.Add((passage.Source.EntitlementId, passage.Target.EntitlementId));
        Of(_from, passage.Source.EntitlementId).Add(passage);
        Of(_to, passage.Target.EntitlementId).Add(passage);
    }

    private static List<Passage<Held>> Of(Dictionary<string, List<Passage<Held>>> map, string key) =>
        map.TryGetValue(key, out var list) ? list : map[key] = [];
}
