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
        var named = settings.ResourceTypes.Select(static type => (Type: type, Filter: true))
            .Concat(settings.Resources.Select(static bid => (Type: bid.ResourceTypeId, Filter: false)));
        foreach (var (type, filter) in named.Where(entry => !on.Contains(entry.Type)))
        {
            throw ResourceTypeIds.All.Contains(type, StringComparer.Ordinal) ? NotSwitchedOn(type, filter) : Unknown(type, filter);
        }

        // What lies below another type is nothing without it, such as a scope without its API.
        var asked = settings.ResourceTypes.Concat(settings.ResourceTypes.Select(static type => TenantParts.Bringing(type).Types[0])).ToHashSet(StringComparer.Ordinal);
        return [.. ResourceTypeIds.All.Where(type => on.Contains(type) && (asked.Count == 0 || asked.Contains(type)))];
    }

    private static SyncException Unknown(string type, bool filter) =>
        new(SyncErrorKind.Settings, $"invalid resource type '{type}' in {(filter ? "filter" : "a bid")}")
        {
            Hint = $"Known types: {string.Join(", ", ResourceTypeIds.All)}.",
        };

    private static SyncException NotSwitchedOn(string type, bool filter) =>
        new(SyncErrorKind.Settings, $"resource type '{type}' {(filter ? "is in the filter" : "is named by a bid")} but not switched on")
        {
            Hint = $"Add {string.Join(" or ", TenantParts.Bringing(type).Switches.Select(static flag => $"--{flag.Name}"))}.",
        };
}
