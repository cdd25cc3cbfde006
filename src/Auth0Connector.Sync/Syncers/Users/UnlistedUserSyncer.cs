using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>One user by id: somebody met in a role, organization or group who was not listed.</summary>
internal sealed class UnlistedUserSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "unlisted-user";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Users, ResourceTypeIds.User, "GET /users/{id}", CollectionMethod.ById)
    {
        Collection = UsersSyncer.KindName,
    };

    public static StagedTask TaskFor(string userId) => new(KindName, userId);

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var user = await api.FindUserAsync(task.Subject, cancellationToken);
        yield return SyncedPage.Single(found: user is not null) with
        {
            Resources = user is null ? [] : [UserPages.Row(user, task.Subject)],
        };
    }
}
