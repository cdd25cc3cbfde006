using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers;

/// <summary>The tenant's roles; each makes the task of reading its users known.</summary>
internal sealed class RolesSyncer(ManagementApiClient api, bool withEntitlements, bool withGrants) : ICollectionSyncer
{
    public const string KindName = "roles";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.Role;

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListRolesAsync(task.Cursor, cancellationToken))
        {
            var roles = page.Items
                .Where(static role => !string.IsNullOrEmpty(role.Id))
                .Select(static role => ResourceMapper.Role(role, role.Id!))
                .ToList();
            yield return SyncedPage.Of(page, page.Items.Count - roles.Count) with
            {
                Resources = [.. roles.Select(StagedResource.From)],
                Entitlements = withEntitlements
                    ? [.. roles.Select(static role => StagedEntitlement.From(EntitlementMapper.RoleAssigned(role)))]
                    : [],
                Tasks = withGrants ? [.. roles.Select(RoleUsersSyncer.TaskFor)] : [],
            };
        }
    }
}

/// <summary>The users who hold one role directly.</summary>
internal sealed class RoleUsersSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "role-users";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.Role;

    public static StagedTask TaskFor(Resource role) =>
        new(KindName, role.Id.Resource) { Payload = role.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var role = Resource.Parser.ParseFrom(task.Payload);
        await foreach (var page in api.ListRoleUsersAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var known = page.Items.Where(static user => !string.IsNullOrEmpty(user.UserId)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - known.Count) with
            {
                Grants =
                [
                    .. known.Select(user => StagedGrant.From(
                        EntitlementMapper.Grant(role, EntitlementMapper.Assigned, ResourceTypeIds.User, user.UserId!))),
                ],
            };
        }
    }
}
