using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Everything that can be granted, a row for each (API reference, section 5): there is no other list of it.</summary>
internal static class AccessKinds
{
    /// <summary>All kinds, in the order in which they are spoken of.</summary>
    public static IReadOnlyList<AccessKind> All { get; } =
    [
        Row<AccessTarget.TenantRole>(
            PrincipalType.User,
            static (gives, user, role) => ApiWrites.UserRole(gives, user, role.RoleId),
            static (api, user, role, stop) => api.ListUserRolesAsync(user, null, stop).HaveAsync(held => held.Id == role.RoleId, stop),
            changing: ScopeNeed.Of("roles", "update:users").Or("*:role_members"),
            reading: ScopeNeed.Of("who holds roles", "read:users", "read:roles").Or("read:role_members")),
        Row<AccessTarget.Membership>(
            PrincipalType.User,
            static (gives, user, member) => ApiWrites.Members(gives, member.OrganizationId, [user]),
            static (api, user, member, stop) => api.ListUserOrganizationsAsync(user, null, stop).HaveAsync(held => held.Id == member.OrganizationId, stop),
            changing: ScopeNeed.Of("memberships", "*:organization_members"),
            reading: ScopeNeed.Of("memberships", "read:organizations")) with
        {
            WriteTogether = static (gives, users, target) => ApiWrites.Members(gives, ((AccessTarget.Membership)target).OrganizationId, users),
        },
        Row<AccessTarget.OrganizationRole>(
            PrincipalType.User,
            static (gives, user, role) => ApiWrites.MemberRole(gives, role.OrganizationId, user, role.RoleId),
            // Who is no member holds nothing inside.
            static (api, user, role, stop) => api.ListMemberRolesAsync(role.OrganizationId, user, null, stop).HaveIfFoundAsync(held => held.Id == role.RoleId, stop),
            changing: ScopeNeed.Of("roles inside organizations", "*:organization_member_roles"),
            reading: ScopeNeed.Of("roles inside organizations", "read:organization_member_roles")) with
        {
            Absent = static target => $"no member of {target.Ids.Organization}, or no such role there; grant the membership first",
            EndsWith = static target => new AccessTarget.Membership(target.Ids.Organization!),
        },
        Row<AccessTarget.ApiScope>(
            PrincipalType.User,
            static (gives, user, permission) => ApiWrites.UserPermission(gives, user, permission.Identifier, permission.Scope),
            static (api, user, permission, stop) => api.ListUserPermissionsAsync(user, null, stop).HaveAsync(held => Is(held, permission) && held.IsDirect, stop),
            changing: ScopeNeed.Of("permissions of people", "update:users"),
            reading: ScopeNeed.Of("permissions of people", "read:users")),
        Row<AccessTarget.TenantRole>(
            PrincipalType.Group,
            static (gives, group, role) => ApiWrites.GroupRole(gives, group, role.RoleId),
            static (api, group, role, stop) => api.ListGroupRolesAsync(group, null, stop).HaveAsync(held => held.Id == role.RoleId, stop),
            changing: ScopeNeed.Of("roles of groups", "*:group_roles"),
            reading: ScopeNeed.Of("roles of groups", "read:group_roles")),
        Row<AccessTarget.OrganizationRole>(
            PrincipalType.Group,
            static (gives, group, role) => ApiWrites.OrganizationGroupRole(gives, role.OrganizationId, group, role.RoleId),
            static (api, group, role, stop) => api.ListOrganizationGroupRolesAsync(role.OrganizationId, group, null, stop).HaveAsync(held => held.Id == role.RoleId, stop),
            changing: ScopeNeed.Of("roles of groups inside organizations", "*:organization_group_roles"),
            reading: ScopeNeed.Of("roles of groups inside organizations", "read:organization_group_roles")),
        Row<AccessTarget.ApiScope>(
            PrincipalType.Role,
            static (gives, role, permission) => ApiWrites.RolePermission(gives, role, permission.Identifier, permission.Scope),
            static (api, role, permission, stop) => api.ListRolePermissionsAsync(role, null, stop).HaveAsync(held => Is(held, permission), stop),
            changing: ScopeNeed.Of("permissions of roles", "update:roles"),
            reading: ScopeNeed.Of("permissions of roles", "read:roles")),
    ];

    /// <summary>The kind of a target in the hands of a principal; <see langword="null"/> where the API has no way to change it.</summary>
    public static AccessKind? Find(PrincipalType principal, AccessTarget target) =>
        All.FirstOrDefault(kind => kind.Principal == principal && kind.Target == target.GetType());

    /// <summary>Whether principals of a type may hold something that an access file names.</summary>
    public static bool IsHeldByFile(PrincipalType principal) => All.Any(kind => kind.Principal == principal && TargetForms.IsInFile(kind.Target));

    private static AccessKind Row<T>(
        PrincipalType principal,
        Func<bool, string, T, ApiWrite> write,
        Func<ManagementApiClient, string, T, CancellationToken, Task<bool>> isHeldAsync,
        ScopeNeed changing,
        ScopeNeed reading)
        where T : AccessTarget => new(principal, typeof(T))
        {
            Write = (gives, id, target) => write(gives, id, (T)target),
            IsHeldAsync = (api, id, target, stop) => isHeldAsync(api, id, (T)target, stop),
            Changing = changing,
            Reading = reading,
        };

    private static bool Is(PermissionRecord held, AccessTarget.ApiScope permission) =>
        held.ResourceServerIdentifier == permission.Identifier && held.PermissionName == permission.Scope;
}
