using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers.Groups;
using Auth0Connector.Sync.Syncers.Organizations;
using Auth0Connector.Sync.Syncers.Permissions;
using Auth0Connector.Sync.Syncers.Roles;
using Auth0Connector.Sync.Syncers.Users;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers;

/// <summary>One resource that was asked for by its bid, with everything that a listing would have made of it.</summary>
internal sealed class NamedResourceSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "named-resources";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.NamedResources, ResourceTypeIds.User, "GET by id", CollectionMethod.ById);

    public static StagedTask TaskFor(ResourceBid bid) => new(KindName, Bid.Resource(bid));

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bid = Bid.TryParseResource(task.Subject, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"A task for a resource without a bid: {task.Subject}");
        yield return await ReadAsync(bid, SyncedPage.Single(found: true), cancellationToken)
            ?? throw new SyncException(SyncErrorKind.Incomplete, $"{task.Subject} does not exist in the tenant")
            {
                Hint = "Check the id in --sync-resources; the access file was not touched.",
            };
    }

    private async Task<SyncedPage?> ReadAsync(ResourceBid bid, SyncedPage page, CancellationToken cancellationToken)
    {
        var id = bid.ResourceId;
        switch (bid.ResourceTypeId)
        {
            case ResourceTypeIds.User:
                return await api.FindUserAsync(id, cancellationToken) is { } user
                    ? page with { Resources = [UserPages.Row(user, id)] }
                    : null;
            case ResourceTypeIds.Role:
                return await api.FindRoleAsync(id, cancellationToken) is { } role
                    ? RolePages.Add(page, [ResourceMapper.Role(role, id)], parts)
                    : null;
            case ResourceTypeIds.Organization:
                return await api.FindOrganizationAsync(id, cancellationToken) is { } organization
                    ? OrganizationPages.Begin(page, [ResourceMapper.Organization(organization, id)], parts)
                    : null;
            case ResourceTypeIds.Group:
                return await api.FindGroupAsync(id, cancellationToken) is { } group
                    ? GroupPages.Add(page, [ResourceMapper.Group(group, id)], parts)
                    : null;
            case ResourceTypeIds.Client:
                return await api.FindClientAsync(id, cancellationToken) is { } client
                    ? page with { Resources = [StagedResource.From(ClientMapper.Client(client, id))] }
                    : null;
            default:
                return await api.FindResourceServerAsync(id, cancellationToken) is { } server
                    ? ResourceServerPages.Add(page, [server], parts)
                    : null;
        }
    }
}
