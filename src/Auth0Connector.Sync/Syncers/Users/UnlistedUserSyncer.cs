using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>One user by id: somebody met in a role, organization or group who was not listed.</summary>
internal sealed class UnlistedUserSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "unlisted-user";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.User;

    public static StagedTask TaskFor(string userId) => new(KindName, userId);

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var user = await api.FindUserAsync(task.Subject, cancellationToken);
        yield return new SyncedPage
        {
            Resources = user is null ? [] : [StagedResource.From(UserMapper.Map(user, task.Subject))],
            NextCursor = null,
            Received = user is null ? 0 : 1,
            Unreadable = 0,
            Requests = 1,
        };
    }
}
