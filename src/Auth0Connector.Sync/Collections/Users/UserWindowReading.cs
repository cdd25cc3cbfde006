using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>Reads a window that search can list: in order of creation where that tells its people apart, otherwise by number.</summary>
internal sealed class UserWindowReading(ManagementApiClient api)
{
    private readonly OrderedUserReading _ordered = new(api);

    /// <inheritdoc cref="OrderedUserReading.FirstAsync"/>
    public Task<(ApiPage<UserRecord> Page, bool IsInOrder)> FirstAsync(UserWindow window, CancellationToken cancellationToken) =>
        _ordered.FirstAsync(window, cancellationToken);

    /// <summary>Reads from a cursor, or from the first page on.</summary>
    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        UserWindow window,
        string? cursor,
        ApiPage<UserRecord>? first,
        bool isInOrder,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = UserWindowPlace.Parse(cursor);
        // A page that shows the whole window needs no order.
        if (!place.IsByNumber && (isInOrder || first?.End?.Evidence is not null))
        {
            await foreach (var page in _ordered.ReadAsync(window, place, first, cancellationToken))
            {
                yield return page;
                if (page.Content.NextCursor is null)
                {
                    yield break;
                }

                place = UserWindowPlace.Parse(page.Content.NextCursor);
            }
        }

        // The first page is asked for again: it is part of each of the readings that have to agree.
        var spent = !isInOrder && first is not null ? first.Requests : 0;
        await foreach (var page in api.SearchUsersAsync(window.Query, sort: null, place.Page, cancellationToken))
        {
            yield return UserPages.ByNumber(page with { Requests = page.Requests + spent });
            spent = 0;
        }
    }
}
