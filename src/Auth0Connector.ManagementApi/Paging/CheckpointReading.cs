using System.Globalization;
using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Requests;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>
/// Pages by checkpoint: <c>take</c> and <c>from</c>, to the end mark, however empty a page is (API reference, section 3.3).
/// Ends in any case: a cursor that came before, and too many answers in a row that bring nothing new, are no listing.
/// </summary>
internal sealed class CheckpointReading<T>(Listing<T> listing, ApiTransport transport)
    where T : class
{
    // A list that was emptied while it is read may have pages without rows; a hundred of them in a row lead nowhere.
    private const int MostWithoutNews = 100;

    // A cursor grown too old is refused (section 3.3): the list is then begun anew.
    private const int MostBeginnings = 3;

    private readonly HashSet<ulong> _cursors = [];
    private readonly HashSet<ulong> _pages = [];
    private int _withoutNews;

    public async IAsyncEnumerable<ApiPage<T>> ReadAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var beginnings = 1;
        var size = Listing<T>.PageSize;
        var asked = 0;
        while (true)
        {
            PageContent<T>? content = null;
            ListingEnd? refusal = null;
            try
            {
                var (answer, requests) = await listing.AskAsync(transport, [("take", ApiRequest.Number(size)), ("from", cursor)], cancellationToken);
                content = answer;
                asked += requests;
            }
            catch (ManagementApiException large) when (large.Kind == ManagementApiErrorKind.TooLarge && size > 1)
            {
                size = Math.Max(1, size / 10);
                asked++;
            }
            catch (ManagementApiException refused) when (cursor is not null && beginnings < MostBeginnings && refused.IsBadRequest)
            {
                cursor = null;
                beginnings++;
                asked++;
                _cursors.Clear();
                _pages.Clear();
            }
            catch (ManagementApiException refused) when (refused.IsBadRequest)
            {
                refusal = ListingEnd.Unproven($"{listing.Endpoint}: the tenant refuses checkpoint pagination");
                asked++;
            }

            if (content is null && refusal is null)
            {
                continue;
            }

            var end = refusal ?? EndOf(content!, cursor);
            // Rows of another form are none of this reading; another way brings them again.
            yield return Listing<T>.Page(end is { Evidence: null } ? null : content, content?.Next, end, asked);
            asked = 0;
            if (end is not null)
            {
                yield break;
            }

            cursor = content!.Next;
        }
    }

    private ListingEnd? EndOf(PageContent<T> content, string? cursor)
    {
        if (content.Form != AnswerForm.Checkpoint)
        {
            return ListingEnd.Unproven($"{listing.Endpoint}: checkpoint pagination was asked for and not answered");
        }

        if (content.Next is not { } next)
        {
            return ListingEnd.Proven(EndEvidence.EndMark);
        }

        if (cursor is not null)
        {
            _cursors.Add(IdSet.HashOf(cursor));
        }

        if (_cursors.Contains(IdSet.HashOf(next)))
        {
            return ListingEnd.Unproven($"{listing.Endpoint}: the tenant's cursors go in a circle");
        }

        _withoutNews = content.Elements > 0 && _pages.Add(DigestOf(content)) ? 0 : _withoutNews + 1;
        return _withoutNews > MostWithoutNews
            ? ListingEnd.Unproven(string.Create(
                CultureInfo.InvariantCulture,
                $"{listing.Endpoint}: {MostWithoutNews} pages in a row brought nothing new, and still no end"))
            : null;
    }

    private ulong DigestOf(PageContent<T> content) => IdSet.HashOf(string.Join('\n', content.Items.Select(listing.IdOf)));
}
