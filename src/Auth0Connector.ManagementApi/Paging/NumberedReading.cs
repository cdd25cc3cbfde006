using System.Globalization;
using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Requests;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>
/// Pages by number. One that holds everything is whole; several shift while a tenant lives, so they are read until two
/// readings in a row name the same ids. A row that was shifted away in one of them was shifted by another that went, which the
/// next reading cannot name.
/// </summary>
internal sealed class NumberedReading<T>(Listing<T> listing, ApiTransport transport)
    where T : class
{
    private const int MostReadings = 10;

    // Readings that agree with each other and not with the stated total will go on to do so.
    private const int MostAgreements = 2;

    public async IAsyncEnumerable<ApiPage<T>> ReadAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = cursor is null ? new NumberedPlace { Size = Listing<T>.PageSize } : NumberedPlace.Parse(cursor);
        var asked = 0;
        while (true)
        {
            PageContent<T>? content = null;
            ListingEnd? refusal = null;
            try
            {
                var (answer, requests) = await AskAsync(place, cancellationToken);
                content = answer;
                asked += requests;
            }
            catch (ManagementApiException large) when (large.Kind == ManagementApiErrorKind.TooLarge && place.Size > 1)
            {
                place = new NumberedPlace { Size = Math.Max(1, place.Size / 10) };
                asked++;
                continue;
            }
            catch (ManagementApiException refused) when (place.Page > 0 && refused.IsBadRequest)
            {
                refusal = ListingEnd.Unproven($"{listing.Endpoint}: the tenant refuses to list more of them by number");
                asked++;
            }

            refusal ??= DoubtOf(place, content!);
            if (refusal is not null)
            {
                yield return Listing<T>.Page(null, next: null, refusal, asked);
                yield break;
            }

            var (next, end) = After(place, content!);
            yield return Listing<T>.Page(content, next?.ToString(), end, asked);
            if (next is null)
            {
                yield break;
            }

            asked = 0;
            place = next;
        }
    }

    private Task<(PageContent<T> Value, int Requests)> AskAsync(NumberedPlace place, CancellationToken cancellationToken) => listing.AskAsync(
        transport,
        [("page", ApiRequest.Number(place.Page)), ("per_page", ApiRequest.Number(place.Size)), ("include_totals", "true")],
        cancellationToken);

    private ListingEnd? DoubtOf(NumberedPlace place, PageContent<T> content)
    {
        if (content.Form != AnswerForm.Numbered)
        {
            return ListingEnd.Unproven($"{listing.Endpoint}: pages with their totals were asked for and not answered");
        }

        return content.Start is { } start && start != (long)place.Page * (content.Limit ?? place.Size)
            ? ListingEnd.Unproven($"{listing.Endpoint}: another page was answered than the one that was asked for")
            : null;
    }

    private (NumberedPlace? Next, ListingEnd? End) After(NumberedPlace place, PageContent<T> content)
    {
        foreach (var item in content.Items)
        {
            place.Met.Add(listing.IdOf(item) ?? "");
        }

        place = place with { Total = content.Total > (place.Total ?? long.MinValue) ? content.Total : place.Total };
        if (place.Page == 0 && listing.IsWhole(content, place.Met.Count))
        {
            return (null, ListingEnd.Proven(EndEvidence.SinglePage));
        }

        if (content.Elements > 0 && !(content.Limit is { } limit && content.Elements < limit))
        {
            var isCapped = (long)(place.Page + 2) * (content.Limit ?? place.Size) > listing.RecordCap;
            if (!isCapped)
            {
                return (place.Next(), null);
            }

            if (place.Met.Count != listing.EntityLimit)
            {
                return (null, ListingEnd.Unproven(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{listing.Endpoint}: the tenant lists no more than {listing.RecordCap} of them this way{Total(place)}")));
            }
        }

        return Judge(place);
    }

    // A reading has come to its end: as the one before, or once more.
    private (NumberedPlace? Next, ListingEnd? End) Judge(NumberedPlace place)
    {
        var agrees = place.Before?.SetEquals(place.Met) == true;
        if (agrees && place.Met.Count >= Math.Max(place.Total ?? 0, place.TotalBefore ?? 0))
        {
            return (null, ListingEnd.Proven(EndEvidence.TwoReadings));
        }

        var next = place.Again(agrees);
        if (next.Agreed >= MostAgreements)
        {
            return (null, ListingEnd.Unproven(string.Create(
                CultureInfo.InvariantCulture,
                $"{listing.Endpoint}: {place.Met.Count} were listed, fewer than the tenant states{Total(place)}, also when read again")));
        }

        return next.Reading <= MostReadings
            ? (next, null)
            : (null, ListingEnd.Unproven(string.Create(
                CultureInfo.InvariantCulture,
                $"{listing.Endpoint}: of {MostReadings} readings no two in a row named the same")));
    }

    private static string Total(NumberedPlace place) =>
        place.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" ({total})") : "";
}
