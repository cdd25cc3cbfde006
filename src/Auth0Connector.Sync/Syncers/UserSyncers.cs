using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;

namespace Auth0Connector.Sync.Syncers;

/// <summary>The users of a tenant that search can list whole: 1000 at most.</summary>
internal sealed class UsersSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "users";

    public string Kind => KindName;

    public string ResourceType => ResourceTypeIds.User;

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.SearchUsersAsync(query: null, task.Cursor, cancellationToken))
        {
            var known = page.Items.Where(static user => !string.IsNullOrEmpty(user.UserId)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - known.Count) with
            {
                Resources = [.. known.Select(static user => StagedResource.From(UserMapper.Map(user, user.UserId!)))],
            };
        }
    }
}

/// <summary>One user by id: somebody met in a role or organization who was not listed.</summary>
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
