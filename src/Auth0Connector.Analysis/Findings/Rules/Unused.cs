using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Things that nobody holds anything of.</summary>
internal static class Unused
{
    public static IEnumerable<Thing> Roles(AccessModel model)
    {
        var used = Held(model, ThingKind.Role).Concat(
            model.Rights.Where(right => model.Holders(right.Index).Any()).Select(model.RoleHeldIn).OfType<Thing>().Select(role => role.Index)).ToHashSet();
        return model.Things.Where(thing => thing.Kind == ThingKind.Role && !used.Contains(thing.Index));
    }

    public static IEnumerable<Thing> Organizations(AccessModel model)
    {
        var used = Held(model, ThingKind.Organization).ToHashSet();
        return model.Things.Where(thing => thing.Kind == ThingKind.Organization && !used.Contains(thing.Index));
    }

    /// <summary>APIs that have scopes, of which nobody at all holds one.</summary>
    public static IEnumerable<Thing> Apis(AccessModel model)
    {
        var scopes = model.Things.Where(thing => thing.Kind == ThingKind.Permission && thing.Parent is not null).ToList();
        var known = scopes.Select(scope => scope.Parent!).ToHashSet(StringComparer.Ordinal);
        var granted = model.Rights.Where(right => right.Slug == EntitlementSlugs.Granted && model.Holders(right.Index).Any()).Select(right => right.Thing)
            .Concat(model.OtherGrants.Select(grant => model.Rights[grant.Right]).Where(right => right.Slug == EntitlementSlugs.Granted).Select(right => right.Thing))
            .ToHashSet();
        var used = scopes.Where(scope => granted.Contains(scope.Index)).Select(scope => scope.Parent!).ToHashSet(StringComparer.Ordinal);
        return model.Things.Where(thing => thing.TypeId == ResourceTypeIds.ResourceServer && known.Contains(thing.Id) && !used.Contains(thing.Id));
    }

    private static IEnumerable<int> Held(AccessModel model, ThingKind kind) =>
        model.Rights.Where(right => model.Things[right.Thing].Kind == kind && model.Holders(right.Index).Any()).Select(right => right.Thing);
}
