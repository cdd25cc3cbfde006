using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>What one listing is: where, which key its rows stand under, and how to read a row.</summary>
internal sealed record Listing<T>(string Endpoint, IReadOnlyList<string> Ids, string Key, JsonTypeInfo<T> ElementType)
    where T : class
{
    /// <summary>Largest page that the endpoint gives (section 3.1).</summary>
    public const int PageSize = 100;

    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>
    /// Records beyond which offset pagination is refused: page * per_page + per_page may not exceed it, even where fewer
    /// records exist (section 3.2).
    /// </summary>
    public int RecordCap { get; init; } = 1000;

    /// <summary>Whether a listing whose total moved, or that came short of it, is read a second time before anybody judges.</summary>
    public bool ReadsAgain { get; init; } = true;

    /// <summary>Pages by number, up to the cap of records (section 3.2). The cursor is opaque.</summary>
    public async IAsyncEnumerable<ApiPage<T>> ByOffsetAsync(
        ApiTransport transport,
        string? cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = OffsetCursor.Parse(cursor);
        while (true)
        {
            var (content, requests) = await AskAsync(
                transport,
                [("page", ApiRequest.Number(at.Page)), ("per_page", ApiRequest.Number(PageSize)), ("include_totals", "true")],
                cancellationToken);
            // The server may cap the page size it was asked for; its own limit says what a full page is.
            var size = content.Limit is > 0 and < PageSize ? (int)content.Limit : PageSize;
            var last = content.Elements < size;
            at = at.After(content.Elements, content.Total);
            // Totals can be wrong and end nothing (section 3.3), but at the cap there is nothing else to ask.
            var capped = !last && (at.Page + 1) * PageSize > RecordCap;
            var cut = capped && content.Total != RecordCap;
            if (last || (capped && !cut))
            {
                var again = at.HasMoved && ReadsAgain && at.Reading == 1;
                yield return Page(content, again ? OffsetCursor.Again.ToString() : null, requests) with { Missing = again ? 0 : at.Missing };
                if (!again)
                {
                    yield break;
                }

                at = OffsetCursor.Again;
                continue;
            }

            yield return Page(content, cut ? null : at.ToString(), requests) with { CutByCap = cut };
            if (cut)
            {
                yield break;
            }
        }
    }

    /// <summary>The beginning of the listing only.</summary>
    public async Task<ApiPage<T>> FirstAsync(ApiTransport transport, int size, CancellationToken cancellationToken)
    {
        var (content, requests) = await AskAsync(
            transport,
            [("page", "0"), ("per_page", ApiRequest.Number(size)), ("include_totals", "true")],
            cancellationToken);
        return Page(content, next: null, requests);
    }

    /// <summary>Pages by checkpoint: <c>take</c> and <c>from</c>, to the end mark, however empty a page is (section 3.3).</summary>
    /// <exception cref="ManagementApiException">The tenant repeats a cursor: the listing would never end.</exception>
    public async IAsyncEnumerable<ApiPage<T>> ByCheckpointAsync(
        ApiTransport transport,
        string? cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (content, requests) = await AskAsync(
                transport,
                [("take", ApiRequest.Number(PageSize)), ("from", cursor)],
                cancellationToken);
            if (content.Next is not null && string.Equals(content.Next, cursor, StringComparison.Ordinal))
            {
                throw new ManagementApiException(
                    ManagementApiErrorKind.BadAnswer,
                    $"{Endpoint}: the tenant gives the same cursor again, so the listing would never end")
                {
                    Endpoint = Endpoint,
                };
            }

            yield return Page(content, content.Next, requests);
            if (content.Next is null)
            {
                yield break;
            }

            cursor = content.Next;
        }
    }

    private static ApiPage<T> Page(PageContent<T> content, string? next, int requests) => new()
    {
        Items = content.Items,
        NextCursor = next,
        StatedTotal = content.Total,
        Unreadable = content.Unreadable,
        Requests = requests,
    };

    private Task<(PageContent<T> Value, int Requests)> AskAsync(
        ApiTransport transport,
        IReadOnlyList<(string Name, string? Value)> paging,
        CancellationToken cancellationToken) =>
        transport.SendAsync(
            ApiRequest.Get(Endpoint, Ids, [.. Query, .. paging]),
            body => PageReader.Read(body, Key, ElementType),
            cancellationToken);
}
