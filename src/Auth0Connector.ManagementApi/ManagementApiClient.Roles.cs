using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>Roles (API reference, section 4.4).</content>
public sealed partial class ManagementApiClient
{
    private const string TypeParameter = "type";

    // Roles of the tenant, permissions of a role and of a person: no more than the cap of pages by number (section 8).
    private const int DocumentedLimit = 1000;

    // Marks the cursors of a listing that the tenant gives only without a type.
    private const string Untyped = "untyped ";

    private static readonly (string Name, string? Value)[] TenantType = [(TypeParameter, "tenant")];

    /// <summary>
    /// The tenant's roles: at most 1000 (section 8). Where organizations own roles, they come in the same list unless the type
    /// is named (section 4.4); a tenant that does not know the type is asked without it, so rows of other types may come.
    /// </summary>
    public async IAsyncEnumerable<ApiPage<RoleRecord>> ListRolesAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isTyped = cursor?.StartsWith(Untyped, StringComparison.Ordinal) != true;
        var at = isTyped ? cursor : cursor![Untyped.Length..];
        if (isTyped)
        {
            await using var pages = Roles(TenantType).ReadAsync(_transport, at, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await pages.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (ManagementApiException refused) when (refused.Names(TypeParameter))
                {
                    break;
                }

                yield return pages.Current;
            }

            at = null;
        }

        await foreach (var page in Roles([]).ReadAsync(_transport, at, cancellationToken))
        {
            yield return page with { NextCursor = page.NextCursor is { } next ? Untyped + next : null };
        }
    }

    /// <summary>The roles that an organization owns; they are in no other listing.</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListOrganizationOwnedRolesAsync(string organizationId, string? cursor, CancellationToken cancellationToken) =>
        Roles([(TypeParameter, "organization"), ("owner_id", organizationId)]).ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many roles there are, and the first of them.</summary>
    public async Task<ApiPage<RoleRecord>> PeekRolesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Roles(TenantType).FirstAsync(_transport, size: 1, cancellationToken);
        }
        catch (ManagementApiException refused) when (refused.Names(TypeParameter))
        {
            return await Roles([]).FirstAsync(_transport, size: 1, cancellationToken);
        }
    }

    /// <summary>One role by id; <see langword="null"/> where there is none.</summary>
    public Task<RoleRecord?> FindRoleAsync(string roleId, CancellationToken cancellationToken) =>
        FindAsync("/roles/{id}", roleId, [], ManagementApiJson.Default.RoleRecord, static role => role.Id, cancellationToken);

    /// <summary>Users who hold a role directly.</summary>
    public IAsyncEnumerable<ApiPage<MemberRecord>> ListRoleUsersAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<MemberRecord>("/roles/{id}/users", [roleId], "users", ManagementApiJson.Default.MemberRecord, static member => member.UserId) { Ways = ByCheckpointOrNumbers }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Permissions of a role: at most 1000 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<PermissionRecord>> ListRolePermissionsAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        Permissions("/roles/{id}/permissions", roleId).ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Groups that hold a role in the whole tenant.</summary>
    public IAsyncEnumerable<ApiPage<GroupRecord>> ListRoleGroupsAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<GroupRecord>("/roles/{id}/groups", [roleId], "groups", ManagementApiJson.Default.GroupRecord, static group => group.Id) { Ways = ByCheckpoint }
            .ReadAsync(_transport, cursor, cancellationToken);

    private static Listing<RoleRecord> Roles(IReadOnlyList<(string Name, string? Value)> query) =>
        new("/roles", [], "roles", ManagementApiJson.Default.RoleRecord, static role => role.Id)
        {
            Query = query,
            Ways = ByCheckpointOrNumbers,
            EntityLimit = DocumentedLimit,
        };

    private static Listing<PermissionRecord> Permissions(string endpoint, string holderId) =>
        new(endpoint, [holderId], "permissions", ManagementApiJson.Default.PermissionRecord, static permission => permission.Key)
        {
            Ways = ByNumbers,
            EntityLimit = DocumentedLimit,
        };
}
