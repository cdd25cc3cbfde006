using System.Globalization;
using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// Reads people whom no search tells apart: as many as search lists from the first, and from the last. Whole where two readings
/// in a row name the same people, no fewer than the tenant states.
/// </summary>
internal sealed class UserEndsReading(ManagementApiClient api)
{
    private const int MostReadings = 10;
    private const string Address = "/users";

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        UserWindow window,
        UserEndsPlace from,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long total = 0;
        for (var place = from; ;)
        {
            // How each end stops does not matter: it is cut by what search lists, or holds all.
            var page = await api.UsersPageAsync(window.Query, place.Direction, place.Page, cancellationToken);
            total = Math.Max(total, page.StatedTotal ?? 0);
            foreach (var user in page.Items)
            {
                place.Met.Add(user.UserId ?? "");
            }

            var (next, end) = After(place, page.NextCursor, total);
            yield return UserPages.Of(page with { NextCursor = next?.ToCursor(), StatedTotal = null, End = end });
            if (next is null)
            {
                yield break;
            }

            if (next.Reading != place.Reading)
            {
                total = 0;
            }

            place = next;
        }
    }

    private static (UserEndsPlace? Next, ListingEnd? End) After(UserEndsPlace place, string? nextPage, long total)
    {
        if (nextPage is not null)
        {
            return (place with { Page = nextPage }, null);
        }

        if (!place.IsLastEnd)
        {
            return (place.NextEnd(), null);
        }

        if (total > 2 * UsersSyncer.SearchCap)
        {
            return (null, ListingEnd.Unproven(string.Create(
                CultureInfo.InvariantCulture,
                $"GET {Address}: {total} users cannot be told apart by search, {2 * UsersSyncer.SearchCap} of them can be listed")));
        }

        if (place.Met.Count >= total && place.Before?.SetEquals(place.Met) == true)
        {
            return (null, ListingEnd.Proven(EndEvidence.TwoReadings));
        }

        return place.Reading < MostReadings
            ? (place.Again(), null)
            : (null, ListingEnd.Unproven($"GET {Address}: no two readings in a row named the same people"));
    }
}
