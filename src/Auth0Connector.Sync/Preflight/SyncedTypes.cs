using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Preflight;

/// <summary>Which resource types the settings come to.</summary>
internal static class SyncedTypes
{
    /// <exception cref="SyncException">The settings name a type that does not exist, or one that is not switched on.</exception>
    public static IReadOnlyList<string> For(SyncSettings settings)
    {
        var on = TenantParts.All.Where(part => part.IsSwitchedOn(settings)).SelectMany(static part => part.Types).ToHashSet(StringComparer.Ordinal);
        foreach (var named in settings.ResourceTypes.Where(named => !on.Contains(named)))
        {
            throw ResourceTypeIds.All.Contains(named, StringComparer.Ordinal)
                ? NotSwitchedOn(named, "is in the filter")
                : new SyncException(SyncErrorKind.Settings, $"invalid resource type '{named}' in filter")
                {
                    Hint = $"Known types: {string.Join(", ", ResourceTypeIds.All)}.",
                };
        }

        foreach (var bid in settings.Resources.Where(bid => !on.Contains(bid.ResourceTypeId)))
        {
            throw NotSwitchedOn(bid.ResourceTypeId, "is named by a bid");
        }

        // What lies below another type is nothing without it, such as a scope without its API.
        var asked = settings.ResourceTypes.Concat(settings.ResourceTypes.Select(static type => TenantParts.Bringing(type).Types[0])).ToHashSet(StringComparer.Ordinal);
        return [.. ResourceTypeIds.All.Where(type => on.Contains(type) && (asked.Count == 0 || asked.Contains(type)))];
    }

    private static SyncException NotSwitchedOn(string type, string where) =>
        new(SyncErrorKind.Settings, $"resource type '{type}' {where} but not switched on")
        {
            Hint = $"Add {string.Join(" or ", TenantParts.Bringing(type).Switches.Select(static flag => $"--{flag.Name}"))}.",
        };
}
