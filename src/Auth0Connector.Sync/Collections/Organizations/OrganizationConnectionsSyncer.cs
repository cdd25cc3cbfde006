using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>The connections of one organization where whoever signs in becomes a member: they go into its profile.</summary>
internal sealed class OrganizationConnectionsSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "organization-connections";

    public CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.Connections,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/enabled_connections",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Organization,
    };

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        var automatic = new SortedSet<string>(StringComparer.Ordinal);
        // At most ten of them, so the listing is one page, or is read from its beginning.
        await foreach (var page in api.ListOrganizationConnectionsAsync(task.Subject, cursor: null, cancellationToken))
        {
            automatic.UnionWith(page.Items
                .Where(static connection => connection.AssignMembershipOnLogin == true)
                .Select(static connection => connection.Connection?.Name ?? connection.ConnectionId ?? ""));
            yield return page.NextCursor is null
                ? CollectionPage.Of(page, untold: 0, OrganizationPages.Of([ResourceMapper.WithAutomaticMembership(organization, [.. automatic])], parts))
                : CollectionPage.Of(page with { NextCursor = "" }, untold: 0, new StagedBatch());
        }
    }
}
