using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;

namespace Auth0Connector.Sync.Syncers.Permissions;

/// <summary>The scopes that permissions name.</summary>
internal static class PermissionPages
{
    /// <summary>The scopes of the permissions that can be read; the others are fewer by as many.</summary>
    public static IReadOnlyList<Resource> ScopesOf(IEnumerable<PermissionRecord> permissions) =>
    [
        .. permissions
            .Where(static permission => !string.IsNullOrEmpty(permission.ResourceServerIdentifier) && !string.IsNullOrEmpty(permission.PermissionName))
            .Select(static permission => PermissionMapper.Reference(
                permission.ResourceServerIdentifier!,
                permission.ResourceServerName,
                permission.PermissionName!)),
    ];
}
