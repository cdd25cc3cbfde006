using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>The scopes that permissions name.</summary>
internal static class PermissionPages
{
    /// <summary>Whether a permission says which scope it is.</summary>
    public static bool IsTold(PermissionRecord permission) =>
        !string.IsNullOrEmpty(permission.ResourceServerIdentifier) && !string.IsNullOrEmpty(permission.PermissionName);

    public static Resource ScopeOf(PermissionRecord permission) => PermissionMapper.Reference(
        permission.ResourceServerIdentifier!,
        permission.ResourceServerName,
        permission.PermissionName!);
}
