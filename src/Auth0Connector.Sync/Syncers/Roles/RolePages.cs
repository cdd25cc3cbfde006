using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>What a role of the tenant means: its row, its entitlements, and the tasks of reading who and what is in it.</summary>
internal static class RolePages
{
    public static SyncedPage Add(SyncedPage page, IReadOnlyList<Resource> roles, SyncParts parts) => page with
    {
        Resources = [.. roles.Select(StagedResource.From)],
        Entitlements = [.. roles.SelectMany(role => RoleEntitlements.Of(role, parts))],
        Tasks =
        [
            .. parts.Reads(SyncPart.RoleUsers) ? roles.Select(RoleUsersSyncer.TaskFor) : [],
            .. parts.Reads(SyncPart.RolePermissions) ? roles.Select(RolePermissionsSyncer.TaskFor) : [],
        ],
    };
}
