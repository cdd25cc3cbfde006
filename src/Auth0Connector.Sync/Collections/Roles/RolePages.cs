using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>What a role of the tenant means: its row, its entitlements, and the tasks of reading who and what is in it.</summary>
internal static class RolePages
{
    public static StagedBatch Of(IReadOnlyList<Resource> roles, SyncParts parts) => new()
    {
        Resources = [.. roles.Select(StagedResource.From)],
        Entitlements = [.. roles.SelectMany(role => RoleEntitlements.Of(role, parts))],
        Tasks =
        [
            .. parts.Reads(RoleParts.RoleUsers) ? roles.Select(static role => ListSubject.TaskFor(RoleUsersSyncer.KindName, role)) : [],
            .. PermissionTasks(roles, parts),
        ],
    };

    /// <summary>The tasks of reading what roles hold.</summary>
    public static IEnumerable<StagedTask> PermissionTasks(IReadOnlyList<Resource> roles, SyncParts parts) =>
        parts.Reads(RoleParts.RolePermissions) ? roles.Select(static role => ListSubject.TaskFor(RolePermissionsSyncer.KindName, role)) : [];
}
