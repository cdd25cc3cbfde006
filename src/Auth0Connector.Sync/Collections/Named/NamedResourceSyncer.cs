using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Named;

/// <summary>One resource that was asked for by its bid, with everything that a listing would have made of it.</summary>
internal sealed class NamedResourceSyncer(ManagementApiClient api, SyncParts parts, Func<string, PartDefinition> partBringing) : ICollectionSyncer
{
    public const string KindName = "named-resources";

    public CollectionInfo Info { get; } = new(KindName, NamedParts.NamedResources, ResourceTypeIds.User, "GET by id", CollectionMethod.ById);

    public static StagedTask TaskFor(ResourceBid bid) => new(KindName, Bid.Resource(bid));

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bid = Bid.TryParseResource(task.Subject, out var parsed)
            ? parsed
            : throw new InvalidOperationException($"A task for a resource without a bid: {task.Subject}");
        var found = await partBringing(bid.ResourceTypeId).ById!(api, parts, bid.ResourceId, cancellationToken);
        if (found is null && !parts.Settings.LeavesOutGone)
        {
            throw new SyncException(SyncErrorKind.Incomplete, $"{task.Subject} does not exist in the tenant")
            {
                Hint = "Check the id in --sync-resources; the access file was not touched.",
            };
        }

        yield return CollectionPage.Single(found);
    }
}
