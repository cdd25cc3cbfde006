using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Users;

/// <summary>
/// A window of the user search: read where it holds no more than search can list, cut where it holds more. The totals that
/// the tenant states decide which.
/// </summary>
internal sealed class UserWindowSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "users-window";

    private const int Readings = 3;

    private readonly UserWindowSplitter _splitter = new(api);

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Windows)
    {
        Collection = UsersSyncer.KindName,
    };

    /// <summary>The window that holds everybody.</summary>
    public static StagedTask Root(string pass) => new UserWindow { Pass = pass }.ToTask();

    /// <summary>Some tenants refuse some forms of query: counted, not fatal, since the totals decide (design: whole on a living tenant).</summary>
    public string? Tolerate(StagedTask task, ManagementApiException failure) =>
        failure.Kind == ManagementApiErrorKind.BadRequest && task.Payload.Length > 0 && UserWindow.FromTask(task).Query is not null
            ? "the tenant refuses this form of search"
            : null;

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = UserWindow.FromTask(task);
        if (UserEndsPlace.TryParse(task.Cursor, out var end))
        {
            await foreach (var page in ReadEndsAsync(window, end, cancellationToken))
            {
                yield return page;
            }

            yield break;
        }

        var from = UserWindowPlace.Parse(task.Cursor);
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var reading = from.Reading; ; reading++)
        {
            var isRest = reading == from.Reading && from.Met > 0;
            await foreach (var page in api.SearchUsersAsync(window.Query, sort: null, isRest ? from.Page : null, cancellationToken))
            {
                var total = page.StatedTotal ?? 0;
                if (total > UsersSyncer.SearchCap)
                {
                    await foreach (var part in CutAsync(window, total, page.Items, page.Requests, cancellationToken))
                    {
                        yield return part;
                    }

                    yield break;
                }

                met.UnionWith(page.Items.Select(static user => user.UserId ?? ""));
                var count = met.Count + (isRest ? from.Met : 0);
                var next = page.NextCursor is { } cursor
                    ? new UserWindowPlace(reading, cursor, count, total)
                    : Again(reading, isShort: count < total || (isRest && total != from.Total));
                yield return UserPages.Of(page) with
                {
                    NextCursor = next?.ToCursor(),
                    StatedTotal = null,
                    CutByCap = false,
                    Note = next is null && count < total ? $"a window states {total} users and lists {count}" : null,
                };
                if (next is null)
                {
                    yield break;
                }
            }
        }
    }

    // People who come and go shift the pages of a listing; one whose total was met was not shifted.
    private static UserWindowPlace? Again(int reading, bool isShort) =>
        isShort && reading < Readings ? UserWindowPlace.Beginning with { Reading = reading + 1 } : null;

    private async IAsyncEnumerable<SyncedPage> CutAsync(
        UserWindow window,
        long total,
        IReadOnlyList<UserRecord> sample,
        long requests,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var split = await _splitter.SplitAsync(window, total, sample, cancellationToken);
        var refused = split.Refused.Count > 0 ? $"the tenant refuses to search by {string.Join(", ", split.Refused)}" : null;
        if (split.Parts.Count > 0)
        {
            yield return End(requests + split.Requests) with
            {
                Tasks = [.. split.Parts.Select(static part => part.ToTask())],
                Note = refused,
            };
            yield break;
        }

        var asked = requests + split.Requests;
        await foreach (var page in ReadEndsAsync(window, new UserEndsPlace(0, total, null), cancellationToken))
        {
            yield return page with { Requests = page.Requests + asked, Note = page.Note ?? refused };
            asked = 0;
        }
    }

    // People who cannot be told apart by any search: as many as search lists from the first, and from the last.
    private async IAsyncEnumerable<SyncedPage> ReadEndsAsync(
        UserWindow window,
        UserEndsPlace from,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var place = from; ;)
        {
            UserEndsPlace? next = place;
            await foreach (var page in api.SearchUsersAsync(window.Query, place.Direction, place.Page, cancellationToken))
            {
                next = place.After(page.NextCursor);
                yield return UserPages.Of(page) with
                {
                    NextCursor = next?.ToCursor(),
                    StatedTotal = null,
                    CutByCap = false,
                    Note = next is null && place.Total > 2 * UsersSyncer.SearchCap
                        ? $"{place.Total} users cannot be told apart by search, {2 * UsersSyncer.SearchCap} of them were listed"
                        : null,
                };
            }

            if (next is null)
            {
                yield break;
            }

            place = next;
        }
    }

    private static SyncedPage End(long requests) => new()
    {
        NextCursor = null,
        Received = 0,
        Unreadable = 0,
        Requests = requests,
    };
}
