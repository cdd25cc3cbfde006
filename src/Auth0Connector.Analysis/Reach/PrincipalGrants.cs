using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Reach;

/// <summary>The rows of one principal: what is held directly, and what an expansion recorded, with its sources.</summary>
internal sealed record PrincipalGrants(IReadOnlyList<Held> Direct, IReadOnlyList<(Held Held, IReadOnlyList<Held> Sources)> Recorded)
{
    public static PrincipalGrants Read(AccessList list, string typeId, string id, CancellationToken cancellationToken)
    {
        var direct = new List<Held>();
        var recorded = new List<(Held Held, IReadOnlyList<Held> Sources)>();
        foreach (var row in list.Reader.ReadGrants(list.Sync, new GrantFilter { PrincipalTypeId = typeId, PrincipalId = id }, cancellationToken))
        {
            var held = new Held(row.EntitlementId, row.ResourceTypeId, row.ResourceId);
            if (GrantSource.IsDirect(row.Message, row.EntitlementId))
            {
                direct.Add(held);
            }
            else
            {
                recorded.Add((held, [.. GrantSource.Others(row.Message, row.EntitlementId).Select(source => SourceOf(list, source, held))]));
            }
        }

        return new PrincipalGrants(direct, recorded);
    }

    public static Held SourceOf(AccessList list, string entitlementId, Held otherwise) =>
        list.OwnerOf(entitlementId) is { } owner ? new Held(entitlementId, owner.TypeId, owner.Id) : new Held(entitlementId, otherwise.TypeId, otherwise.ResourceId);
}
