using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Preflight;

/// <summary>Which resource types the settings come to.</summary>
internal static class SyncedTypes
{
    private static readonly string[] OnByDefault = [ResourceTypeIds.User, ResourceTypeIds.Organization, ResourceTypeIds.Role, ResourceTypeIds.Group];

    private static readonly string[] WithPermissions = [ResourceTypeIds.ResourceServer, ResourceTypeIds.Scope];

    /// <summary>A type's name for people.</summary>
    public static string DisplayName(string type) => ResourceTypeMessages.Of(type).DisplayName;

    /// <exception cref="SyncException">The settings name a type that does not exist, or one that is not switched on.</exception>
    public static IReadOnlyList<string> For(SyncSettings settings)
    {
        var permissions = settings.Permissions || settings.UserPermissions;
        HashSet<string> on =
        [
            .. OnByDefault,
            .. permissions ? WithPermissions : [],
            .. permissions || settings.Applications ? [ResourceTypeIds.Client] : (string[])[],
        ];
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

        var asked = settings.ResourceTypes.ToHashSet(StringComparer.Ordinal);
        if (asked.Contains(ResourceTypeIds.Scope))
        {
            // A scope lies below its API.
            asked.Add(ResourceTypeIds.ResourceServer);
        }

        return [.. ResourceTypeIds.All.Where(type => on.Contains(type) && (asked.Count == 0 || asked.Contains(type)))];
    }

    private static SyncException NotSwitchedOn(string type, string where) =>
        new(SyncErrorKind.Settings, $"resource type '{type}' {where} but not switched on")
        {
            Hint = type == ResourceTypeIds.Client ? "Add --sync-applications or --sync-permissions." : "Add --sync-permissions.",
        };
}
