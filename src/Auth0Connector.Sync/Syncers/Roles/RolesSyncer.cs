using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>The tenant's roles; each makes the tasks of reading its users and its permissions known.</summary>
internal sealed class RolesSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "roles";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Roles, ResourceTypeIds.Role, "GET /roles", CollectionMethod.Numbers)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Role)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListRolesAsync(task.Cursor, cancellationToken))
        {
            // Roles of organizations come mixed in where the tenant does not know the type that is asked for.
            var records = page.Items.Where(static role => role.Type != RoleTypes.Organization).ToList();
            var roles = records
                .Where(static role => !string.IsNullOrEmpty(role.Id))
                .Select(static role => ResourceMapper.Role(role, role.Id!))
                .ToList();
            var meaning = RolePages.Add(SyncedPage.Of(page, records.Count - roles.Count), roles, parts);
            yield return meaning with { Note = RoleTypes.NoteOf(records) };
        }
    }
}
