using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>The users who hold one role directly.</summary>
internal sealed class RoleUsersSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "role-users";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.RoleUsers, ResourceTypeIds.Role, "GET /roles/{id}/users", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.User)],
    };

    public static StagedTask TaskFor(Resource role) =>
        new(KindName, role.Id.Resource) { Payload = role.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rows = new GrantRows(Resource.Parser.ParseFrom(task.Payload));
        await foreach (var page in api.ListRoleUsersAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var known = page.Items.Where(static user => !string.IsNullOrEmpty(user.UserId)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - known.Count) with
            {
                Grants = [.. known.Select(user => rows.Of(EntitlementSlugs.Assigned, ResourceTypeIds.User, user.UserId!))],
            };
        }
    }
}
