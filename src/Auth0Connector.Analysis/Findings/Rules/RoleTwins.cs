using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Roles that cannot be told apart by what they give, or by who holds them.</summary>
internal static class RoleTwins
{
    public static IEnumerable<(Thing Role, Thing Other, string By)> In(AccessModel model, int least)
    {
        var assigned = model.Rights.Where(right => right.Slug == EntitlementSlugs.Assigned && model.Things[right.Thing].Kind == ThingKind.Role).ToList();
        var given = model.Passages.Where(passage => model.Things[model.Rights[passage.Target].Thing].Kind == ThingKind.Permission).ToLookup(passage => passage.Source, passage => passage.Target);
        var hasPermissions = given.Count > 0;
        var sets = assigned.Select(right => (
            Role: model.Things[right.Thing],
            Set: hasPermissions ? given[right.Index].Order().ToList() : [.. model.Holders(right.Index).Select(account => account.Index).Order()]));
        foreach (var twins in sets.Where(pair => pair.Set.Count >= (hasPermissions ? 1 : least)).GroupBy(pair => string.Join(',', pair.Set)).Where(group => group.Skip(1).Any()))
        {
            var (first, set) = twins.First();
            foreach (var (role, _) in twins.Skip(1))
            {
                yield return (role, first, FindingContext.Counted(set.Count, hasPermissions ? "permission" : "person", hasPermissions ? "permissions" : "people"));
            }
        }
    }
}
