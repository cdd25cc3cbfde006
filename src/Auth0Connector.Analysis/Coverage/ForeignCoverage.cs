using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Coverage;

/// <summary>What a file of another writer lacks, as far as the file itself says: a type that it does not know was not read.</summary>
internal static class ForeignCoverage
{
    private const string Remedy = "Ask whoever wrote the file, or read the tenant with auth0-connector.";

    public static IEnumerable<Lack> Lacks(AccessList list, CancellationToken cancellationToken)
    {
        var types = list.ResourceTypes(cancellationToken).ToList();
        var hasGrants = list.Reader.ReadGrants(list.Sync, GrantFilter.All, cancellationToken).Any();
        foreach (var need in NeedWords.All)
        {
            if (list.Sync.SyncType == SyncTypes.Partial && need != Need.Grants)
            {
                yield return new Lack(need, NeedWords.Of(need), "the sync is partial: it holds single resources", Remedy);
            }
            else if (need == Need.Grants ? !hasGrants : Kinds(need).Any(kind => !types.Exists(type => ThingKinds.Means(kind, type))) || (need == Need.Applications && !types.Exists(ThingKinds.IsApplication)))
            {
                yield return new Lack(need, NeedWords.Of(need), need == Need.Grants ? "the file holds no grants" : "the file has no such resource type, and no proof of what was read", Remedy);
            }
        }
    }

    private static ThingKind[] Kinds(Need need) => need switch
    {
        Need.People => [ThingKind.User],
        Need.Roles => [ThingKind.Role],
        Need.Organizations or Need.OrganizationRoles => [ThingKind.Organization],
        Need.Groups => [ThingKind.Group],
        Need.Permissions or Need.DirectPermissions => [ThingKind.Permission],
        _ => [],
    };
}
