using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Differences;

/// <summary>What differs between two syncs, in terms of people and what they hold. Everything streams.</summary>
public sealed class AccessDiff(AccessList before, AccessList after, SyncComparison comparison)
{
    /// <summary>The former sync.</summary>
    public AccessList Before { get; } = before;

    /// <summary>The later sync.</summary>
    public AccessList After { get; } = after;

    /// <summary>Rows whose message is another one, as the ecosystem's reader compares them.</summary>
    public IEnumerable<Resource> ResourceMessages(RowChange which, CancellationToken cancellationToken) =>
        comparison.Resources(which, cancellationToken)
            .Where(pair => which != RowChange.Changed || !pair.After!.Message.Equals(pair.Before!.Message))
            .Select(pair => pair.Any.Message);

    /// <inheritdoc cref="ResourceMessages"/>
    public IEnumerable<Entitlement> EntitlementMessages(RowChange which, CancellationToken cancellationToken) =>
        comparison.Entitlements(which, cancellationToken)
            .Where(pair => which != RowChange.Changed || !pair.After!.Message.Equals(pair.Before!.Message))
            .Select(pair => pair.Any.Message);

    /// <inheritdoc cref="ResourceMessages"/>
    public IEnumerable<Grant> GrantMessages(RowChange which, CancellationToken cancellationToken) =>
        comparison.Grants(which, cancellationToken)
            .Where(pair => which != RowChange.Changed || !pair.After!.Message.Equals(pair.Before!.Message))
            .Select(pair => pair.Any.Message);

    /// <summary>Resources that differ, by type; within a type added ones first, then removed, then changed.</summary>
    public IEnumerable<ResourceDifference> Resources(CancellationToken cancellationToken) => MergeByType(
        which => comparison.Resources(which, cancellationToken).Select(pair => (pair.Any.ResourceTypeId, Of(which, pair))));

    /// <summary>Entitlements that differ, by type.</summary>
    public IEnumerable<EntitlementDifference> Entitlements(CancellationToken cancellationToken) => MergeByType(
        which => comparison.Entitlements(which, cancellationToken).Select(pair => (pair.Any.ResourceTypeId, Of(which, pair))));

    /// <summary>Grants that were added, removed or changed, everything of one principal together.</summary>
    public IEnumerable<GrantDifference> Grants(RowChange which, CancellationToken cancellationToken)
    {
        (string TypeId, string Id)? last = null;
        Resource principal = new();
        foreach (var pair in comparison.Grants(which, cancellationToken))
        {
            var own = (pair.Any.PrincipalTypeId, pair.Any.PrincipalId);
            if (own != last)
            {
                principal = Side(which).ResourceOnce(own.PrincipalTypeId, own.PrincipalId);
                last = own;
            }

            var change = Of(which, pair, principal);
            if (HasDifference(change))
            {
                yield return change;
            }
        }
    }

    private static bool HasDifference(Difference change) => change.Kind != RowChange.Changed || change.Fields.Count > 0;

    private static IEnumerable<T> MergeByType<T>(Func<RowChange, IEnumerable<(string TypeId, T Change)>> read)
        where T : Difference
    {
        var streams = new[] { RowChange.Added, RowChange.Removed, RowChange.Changed }.Select(which => read(which).GetEnumerator()).ToList();
        try
        {
            var open = streams.Where(stream => stream.MoveNext()).ToList();
            while (open.Count > 0)
            {
                var next = open.MinBy(stream => stream.Current.TypeId, StringComparer.Ordinal)!;
                if (HasDifference(next.Current.Change))
                {
                    yield return next.Current.Change;
                }

                if (!next.MoveNext())
                {
                    open.Remove(next);
                }
            }
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    private ResourceDifference Of(RowChange which, RowPair<ResourceRow> pair) => new(
        which,
        which == RowChange.Changed ? FieldComparison.Of(pair.Before!.Message, pair.After!.Message) : [],
        pair.Any.Message,
        Side(which).Type(pair.Any.ResourceTypeId));

    private EntitlementDifference Of(RowChange which, RowPair<EntitlementRow> pair) => new(
        which,
        which == RowChange.Changed ? FieldComparison.Of(pair.Before!.Message, pair.After!.Message) : [],
        pair.Any.Message,
        Side(which).Resource(pair.Any.ResourceTypeId, pair.Any.ResourceId),
        Side(which).Type(pair.Any.ResourceTypeId));

    private GrantDifference Of(RowChange which, RowPair<GrantRow> pair, Resource principal)
    {
        var row = pair.Any;
        var side = Side(which);
        return new GrantDifference(
            which,
            which == RowChange.Changed
                ? FieldComparison.Of(pair.Before!.Message, pair.Before.Expandable, pair.After!.Message, pair.After.Expandable)
                : [],
            row,
            side.FindEntitlement(row.EntitlementId) ?? Missing.Entitlement(row.EntitlementId, row.ResourceTypeId, row.ResourceId),
            side.Resource(row.ResourceTypeId, row.ResourceId),
            side.Type(row.ResourceTypeId),
            principal);
    }

    private AccessList Side(RowChange which) => which == RowChange.Removed ? Before : After;
}
