using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Writes;

/// <summary>
/// Every kind of request that changes something (API reference, section 5). Adding what is there and removing what is gone is
/// harmless, so these are repeated like a read; creating an account is not.
/// </summary>
public static class ApiWrites
{
    /// <summary>Members that one request may name (section 5).</summary>
    public const int MembersPerRequest = 10;

    /// <summary>Gives a user a role in the whole tenant, or takes it.</summary>
    public static ApiWrite UserRole(bool gives, string userId, string roleId) => Roles(gives, "/users/{id}/roles", [userId], roleId);

    /// <summary>Gives a user a permission directly, or takes it.</summary>
    public static ApiWrite UserPermission(bool gives, string userId, string identifier, string scope) =>
        Permission(gives, "/users/{id}/permissions", userId, identifier, scope);

    /// <summary>Gives a role a permission, or takes it.</summary>
    public static ApiWrite RolePermission(bool gives, string roleId, string identifier, string scope) =>
        Permission(gives, "/roles/{id}/permissions", roleId, identifier, scope);

    /// <summary>Makes users members of an organization, or ends memberships and with them the roles held inside; <see cref="MembersPerRequest"/> at most.</summary>
    public static ApiWrite Members(bool gives, string organizationId, IReadOnlyList<string> userIds) =>
        new(Verb(gives), "/organizations/{id}/members", [organizationId], Json(new MembersBody(userIds), WriteBodies.Default.MembersBody));

    /// <summary>Gives a member a role inside an organization, or takes it.</summary>
    public static ApiWrite MemberRole(bool gives, string organizationId, string userId, string roleId) =>
        Roles(gives, "/organizations/{id}/members/{user_id}/roles", [organizationId, userId], roleId);

    /// <summary>Gives a group a role in the whole tenant, or takes it.</summary>
    public static ApiWrite GroupRole(bool gives, string groupId, string roleId) => Roles(gives, "/groups/{id}/roles", [groupId], roleId);

    /// <summary>Gives a group a role inside an organization, or takes it.</summary>
    public static ApiWrite OrganizationGroupRole(bool gives, string organizationId, string groupId, string roleId) =>
        Roles(gives, "/organizations/{id}/groups/{group_id}/roles", [organizationId, groupId], roleId);

    /// <summary>Blocks or unblocks a user: new logins only, sessions go on.</summary>
    public static ApiWrite Blocked(string userId, bool blocked) =>
        new(HttpMethod.Patch, "/users/{id}", [userId], Json(new BlockedBody(blocked), WriteBodies.Default.BlockedBody));

    /// <summary>Sets the password of a user of a database connection; the same one twice is the same.</summary>
    public static ApiWrite Password(string userId, string connection, string password) =>
        new(HttpMethod.Patch, "/users/{id}", [userId], Json(new PasswordBody(password, connection), WriteBodies.Default.PasswordBody));

    /// <summary>Ends a user's sessions and refresh tokens; done later, at the tenant's own pace.</summary>
    public static ApiWrite EndAccess(string userId) => new(HttpMethod.Post, "/users/{id}/revoke-access", [userId], [.. "{}"u8]);

    /// <summary>Deletes a user, for good. No mistake where there is none.</summary>
    public static ApiWrite DeleteUser(string userId) => new(HttpMethod.Delete, "/users/{id}", [userId]);

    /// <summary>Creates an account, once: repeated only where the tenant says that it did nothing.</summary>
    public static ApiWrite CreateUser(AccountRequest account) =>
        new(HttpMethod.Post, "/users", [], Json(account, WriteBodies.Default.AccountRequest)) { IsRepeatable = false };

    private static ApiWrite Roles(bool gives, string endpoint, IReadOnlyList<string> ids, string roleId) =>
        new(Verb(gives), endpoint, ids, Json(new RolesBody([roleId]), WriteBodies.Default.RolesBody));

    private static ApiWrite Permission(bool gives, string endpoint, string holderId, string identifier, string scope) =>
        new(Verb(gives), endpoint, [holderId], Json(new PermissionsBody([new PermissionKey(identifier, scope)]), WriteBodies.Default.PermissionsBody));

    private static HttpMethod Verb(bool gives) => gives ? HttpMethod.Post : HttpMethod.Delete;

    private static byte[] Json<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);
}
