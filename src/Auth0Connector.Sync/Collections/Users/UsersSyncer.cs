using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// The users of a tenant. The first page says how many there are: up to 1000 it is read on, beyond that search cannot list
/// them (API reference, section 4.1) and the work goes to the export job or to windows.
/// </summary>
internal sealed class UsersSyncer(ManagementApiClient api, UsersVia via) : ICollectionSyncer
{
    public const string KindName = "users";

    private const string Pass = "first";

    // A search answers no more than this, however it is paged.
    public const int SearchCap = 1000;

    private static readonly UserWindow Everybody = UserWindow.Everybody(Pass);
    private readonly UserWindowReading _window = new(api);

    public CollectionInfo Info { get; } = new(KindName, UserParts.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Search)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.User)],
    };

    public static StagedTask Task { get; } = new(KindName, "");

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ApiPage<UserRecord>? first = null;
        var isInOrder = true;
        if (task.Cursor is null)
        {
            (first, isInOrder) = await _window.FirstAsync(Everybody, cancellationToken);
            if (via == UsersVia.Export || first.StatedTotal >= SearchCap)
            {
                yield return HandOver(first);
                yield break;
            }
        }

        await foreach (var page in _window.ReadAsync(Everybody, task.Cursor, first, isInOrder, cancellationToken))
        {
            yield return page;
        }
    }

    // A total that equals the cap may be the cap itself (API reference, section 11): then only search in windows tells.
    private StagedTask NextWay(long? total) =>
        via == UsersVia.Search || (via == UsersVia.Auto && total <= SearchCap) ? UserWindowSyncer.Root(Pass) : UserRangesSyncer.TaskFor(total);

    // The page's own users come again with the rest: keeping them would only make duplicates.
    private CollectionPage HandOver(ApiPage<UserRecord> first) =>
        first.StatedTotal is { } total
            ? new CollectionPage(new StagedBatch { Tasks = [NextWay(total)], StatedTotal = total, Requests = first.Requests }, ListingEnd.Proven(EndEvidence.Parts))
            : CollectionPage.Progress(cursor: null, first.Requests, ListingEnd.Unproven("GET /users: the tenant does not say how many there are"));
}
