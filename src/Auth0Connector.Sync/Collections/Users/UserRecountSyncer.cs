using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Asks once more how many users there are, after they were read: on a living tenant the truth lies between.</summary>
internal sealed class UserRecountSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "users-recount";

    public CollectionInfo Info { get; } = new(KindName, UserParts.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Numbers)
    {
        Collection = UsersSyncer.KindName,
        OnlyCounts = true,
    };

    public static StagedTask TaskFor(string pass) => new(KindName, pass);

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await api.PeekUsersAsync(query: null, sort: null, cancellationToken);
        yield return new CollectionPage(
            new StagedBatch { StatedTotal = page.StatedTotal, Requests = page.Requests },
            ListingEnd.Proven(EndEvidence.Parts));
    }
}
