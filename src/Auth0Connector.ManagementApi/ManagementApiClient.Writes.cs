using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Json;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>
/// Changes (API reference, section 5). Adding what is there and removing what is gone is harmless, so these are repeated
/// like a read; creating an account is not, and is repeated only where the tenant says that it did nothing.
/// </content>
public sealed partial class ManagementApiClient
{
    /// <summary>Members that one request may name (section 5).</summary>
    public const int MembersPerRequest = 10;

    /// <summary>Gives a user a role in the whole tenant.</summary>
    public Task<WriteReceipt> AddUserRoleAsync(string userId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "/users/{id}/roles", [userId], new RolesBody([roleId]), WriteBodies.Default.RolesBody, cancellationToken);

    /// <summary>Takes a role in the whole tenant from a user.</summary>
    public Task<WriteReceipt> RemoveUserRoleAsync(string userId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, "/users/{id}/roles", [userId], new RolesBody([roleId]), WriteBodies.Default.RolesBody, cancellationToken);

    /// <summary>Gives a user a permission directly.</summary>
    public Task<WriteReceipt> AddUserPermissionAsync(string userId, string identifier, string scope, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "/users/{id}/permissions", [userId], Permission(identifier, scope), WriteBodies.Default.PermissionsBody, cancellationToken);

    /// <summary>Takes a direct permission from a user.</summary>
    public Task<WriteReceipt> RemoveUserPermissionAsync(string userId, string identifier, string scope, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, "/users/{id}/permissions", [userId], Permission(identifier, scope), WriteBodies.Default.PermissionsBody, cancellationToken);

    /// <summary>Gives a role a permission.</summary>
    public Task<WriteReceipt> AddRolePermissionAsync(string roleId, string identifier, string scope, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "/roles/{id}/permissions", [roleId], Permission(identifier, scope), WriteBodies.Default.PermissionsBody, cancellationToken);

    /// <summary>Takes a permission from a role.</summary>
    public Task<WriteReceipt> RemoveRolePermissionAsync(string roleId, string identifier, string scope, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, "/roles/{id}/permissions", [roleId], Permission(identifier, scope), WriteBodies.Default.PermissionsBody, cancellationToken);

    /// <summary>Makes users members of an organization, <see cref="MembersPerRequest"/> at most.</summary>
    public Task<WriteReceipt> AddMembersAsync(string organizationId, IReadOnlyList<string> userIds, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "/organizations/{id}/members", [organizationId], new MembersBody(userIds), WriteBodies.Default.MembersBody, cancellationToken);

    /// <summary>Ends memberships, and with them the roles held inside; <see cref="MembersPerRequest"/> at most.</summary>
    public Task<WriteReceipt> RemoveMembersAsync(string organizationId, IReadOnlyList<string> userIds, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, "/organizations/{id}/members", [organizationId], new MembersBody(userIds), WriteBodies.Default.MembersBody, cancellationToken);

    /// <summary>Gives a member a role inside an organization.</summary>
    public Task<WriteReceipt> AddMemberRoleAsync(string organizationId, string userId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(
            HttpMethod.Post,
            "/organizations/{id}/members/{user_id}/roles",
            [organizationId, userId],
            new RolesBody([roleId]),
            WriteBodies.Default.RolesBody,
            cancellationToken);

    /// <summary>Takes a role inside an organization from a member.</summary>
    public Task<WriteReceipt> RemoveMemberRoleAsync(string organizationId, string userId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(
            HttpMethod.Delete,
            "/organizations/{id}/members/{user_id}/roles",
            [organizationId, userId],
            new RolesBody([roleId]),
            WriteBodies.Default.RolesBody,
            cancellationToken);

    /// <summary>Gives a group a role in the whole tenant.</summary>
    public Task<WriteReceipt> AddGroupRoleAsync(string groupId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, "/groups/{id}/roles", [groupId], new RolesBody([roleId]), WriteBodies.Default.RolesBody, cancellationToken);

    /// <summary>Takes a role in the whole tenant from a group.</summary>
    public Task<WriteReceipt> RemoveGroupRoleAsync(string groupId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Delete, "/groups/{id}/roles", [groupId], new RolesBody([roleId]), WriteBodies.Default.RolesBody, cancellationToken);

    /// <summary>Gives a group a role inside an organization.</summary>
    public Task<WriteReceipt> AddOrganizationGroupRoleAsync(string organizationId, string groupId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(
            HttpMethod.Post,
            "/organizations/{id}/groups/{group_id}/roles",
            [organizationId, groupId],
            new RolesBody([roleId]),
            WriteBodies.Default.RolesBody,
            cancellationToken);

    /// <summary>Takes a role inside an organization from a group.</summary>
    public Task<WriteReceipt> RemoveOrganizationGroupRoleAsync(string organizationId, string groupId, string roleId, CancellationToken cancellationToken) =>
        WriteAsync(
            HttpMethod.Delete,
            "/organizations/{id}/groups/{group_id}/roles",
            [organizationId, groupId],
            new RolesBody([roleId]),
            WriteBodies.Default.RolesBody,
            cancellationToken);

    /// <summary>Blocks or unblocks a user: new logins only, sessions go on.</summary>
    public Task<WriteReceipt> SetBlockedAsync(string userId, bool blocked, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Patch, "/users/{id}", [userId], new BlockedBody(blocked), WriteBodies.Default.BlockedBody, cancellationToken);

    /// <summary>Ends a user's sessions and refresh tokens; done later, at the tenant's own pace.</summary>
    public Task<WriteReceipt> EndAccessAsync(string userId, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Write(HttpMethod.Post, "/users/{id}/revoke-access", [userId], "{}"u8.ToArray()), cancellationToken);

    /// <summary>Deletes a user, for good. No mistake where there is none.</summary>
    public Task<WriteReceipt> DeleteUserAsync(string userId, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Write(HttpMethod.Delete, "/users/{id}", [userId], json: null), cancellationToken);

    /// <summary>Creates an account, once.</summary>
    /// <exception cref="ManagementApiException">
    /// With <see cref="ManagementApiException.IsUnclear"/> the account may exist all the same: look before asking again.
    /// </exception>
    public async Task<UserRecord> CreateUserAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Write(HttpMethod.Post, "/users", [], JsonSerializer.SerializeToUtf8Bytes(account, WriteBodies.Default.AccountRequest));
        var (created, _) = await _transport.SendAsync(
            request with { IsRepeatable = false },
            static body => JsonSerializer.Deserialize(body, ManagementApiJson.Default.UserRecord) is { UserId: not null } user
                ? user
                : throw new JsonException("no user in the answer"),
            cancellationToken);
        return created;
    }

    private Task<WriteReceipt> WriteAsync<T>(
        HttpMethod method,
        string endpoint,
        IReadOnlyList<string> ids,
        T body,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Write(method, endpoint, ids, JsonSerializer.SerializeToUtf8Bytes(body, type)), cancellationToken);

    private async Task<WriteReceipt> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var (receipt, _) = await _transport.SendAsync(
            request,
            static (body, response) =>
            {
                // Mostly 204 and empty; a page of a proxy with status 200 is not the tenant's word that it was done.
                var json = new Utf8JsonReader(body, isFinalBlock: body.Length > 0, state: default);
                while (json.Read())
                {
                }

                return new WriteReceipt(response.Headers.TryGetValues("x-auth0-requestid", out var ids) ? ids.FirstOrDefault() : null);
            },
            cancellationToken);
        return receipt;
    }

    private static PermissionsBody Permission(string identifier, string scope) => new([new PermissionKey(identifier, scope)]);
}
