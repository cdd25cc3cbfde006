using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Collections.Groups;
using Auth0Connector.Sync.Collections.Named;
using Auth0Connector.Sync.Collections.Organizations;
using Auth0Connector.Sync.Collections.Permissions;
using Auth0Connector.Sync.Collections.Roles;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Preflight;

/// <summary>Every part of a tenant that can be read.</summary>
internal static class TenantParts
{
    /// <summary>In the order in which they are checked, told and begun; a part stands behind those that it follows.</summary>
    public static IReadOnlyList<PartDefinition> All { get; } =
    [
        NamedParts.NamedResources,
        UserParts.Users,
        RoleParts.Roles,
        RoleParts.RoleUsers,
        OrganizationParts.Organizations,
        OrganizationParts.Members,
        OrganizationParts.MemberRoles,
        OrganizationParts.OwnedRoles,
        OrganizationParts.Connections,
        GroupParts.Groups,
        GroupParts.GroupRoles,
        OrganizationParts.GroupRoles,
        PermissionParts.ResourceServers,
        RoleParts.RolePermissions,
        PermissionParts.UserPermissions,
        PermissionParts.Clients,
        PermissionParts.ClientGrants,
    ];

    /// <summary>Parts whose resources are fetched by id where they were met and not listed: groups first, for they name others; people last.</summary>
    public static IReadOnlyList<PartDefinition> Fetched { get; } = [GroupParts.Groups, PermissionParts.Clients, UserParts.Users];

    /// <summary>The part that brings resources of a type.</summary>
    public static PartDefinition Bringing(string type) =>
        All.FirstOrDefault(part => part.Types.Contains(type)) ?? throw new ArgumentOutOfRangeException(nameof(type), type, "no part brings such a thing");

    /// <summary>Who reads them, in the order of the proof.</summary>
    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new NamedResourceSyncer(api, parts, Bringing),
        .. UserParts.Syncers(api, parts),
        .. RoleParts.Syncers(api, parts),
        .. OrganizationParts.Syncers(api, parts),
        .. GroupParts.Syncers(api, parts),
        .. PermissionParts.Syncers(api, parts),
    ];
}
