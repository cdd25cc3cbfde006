using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>The tenant's applications. Those without any grant leave the file again unless all were asked for.</summary>
internal sealed class ClientsSyncer(ManagementApiClient api) : PageSyncer<ClientRecord>
{
    public const string KindName = "clients";

    public override CollectionInfo Info { get; } = new(KindName, PermissionParts.Clients, ResourceTypeIds.Client, "GET /clients", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Client)],
    };

    protected override IAsyncEnumerable<ApiPage<ClientRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListClientsAsync(subject.Cursor, cancellationToken);

    protected override bool IsTold(ClientRecord record) => !string.IsNullOrEmpty(record.ClientId);

    protected override StagedBatch Mean(IReadOnlyList<ClientRecord> records, ListSubject subject) => new()
    {
        Resources = [.. records.Select(static client => StagedResource.From(ClientMapper.Client(client, client.ClientId!)))],
    };
}
