using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>The tenant's APIs with their scopes, which stand in the listing itself.</summary>
internal sealed class ResourceServersSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<ResourceServerRecord>
{
    public const string KindName = "resource-servers";

    public override CollectionInfo Info { get; } = new(
        KindName,
        PermissionParts.ResourceServers,
        ResourceTypeIds.ResourceServer,
        "GET /resource-servers",
        CollectionMethod.Numbers)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.ResourceServer)],
    };

    protected override IAsyncEnumerable<ApiPage<ResourceServerRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListResourceServersAsync(subject.Cursor, cancellationToken);

    protected override bool IsTold(ResourceServerRecord record) => !string.IsNullOrEmpty(record.Id) && !string.IsNullOrEmpty(record.Identifier);

    protected override StagedBatch Mean(IReadOnlyList<ResourceServerRecord> records, ListSubject subject) => ResourceServerPages.Of(records, parts) with
    {
        Unreadable = records.Sum(static server => server.Scopes?.Count(static scope => string.IsNullOrEmpty(scope.Value)) ?? 0),
    };
}
