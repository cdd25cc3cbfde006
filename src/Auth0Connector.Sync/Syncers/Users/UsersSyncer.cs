using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>
/// The users of a tenant. The first page says how many there are: up to 1000 it is read on, beyond that search cannot list
/// them (API reference, section 4.1) and the work goes to the export job or to windows.
/// </summary>
internal sealed class UsersSyncer(ManagementApiClient api, UsersVia via) : ICollectionSyncer
{
    public const string KindName = "users";

    // A search answers no more than this, however it is paged.
    public const int SearchCap = 1000;

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Offset)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.User)],
    };

    public static StagedTask Task { get; } = new(KindName, "");

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (task.Cursor is null && via == UsersVia.Export)
        {
            var count = await api.PeekUsersAsync(query: null, sort: null, cancellationToken);
            yield return HandOver(count.StatedTotal, count.Requests, UserExportSyncer.Task);
            yield break;
        }

        await foreach (var page in api.SearchUsersAsync(query: null, sort: null, task.Cursor, cancellationToken))
        {
            if (page.StatedTotal > SearchCap)
            {
                yield return HandOver(
                    page.StatedTotal,
                    page.Requests,
                    via == UsersVia.Search ? UserWindowSyncer.Root("first") : UserExportSyncer.Task);
                yield break;
            }

            yield return UserPages.Of(page);
        }
    }

    // The page's own users come again with the rest: keeping them would only make duplicates.
    private static SyncedPage HandOver(long? total, long requests, StagedTask next) => new()
    {
        Tasks = [next],
        NextCursor = null,
        Received = 0,
        Unreadable = 0,
        StatedTotal = total,
        Requests = requests,
    };
}
