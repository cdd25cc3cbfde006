using System.Globalization;
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

    // page * per_page + per_page beyond this is refused even where fewer records exist (section 3.2).
    private const int RecordCap = 1000;

    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>Pages by number, up to the cap of 1000 records (section 3.2). The cursor is the page's number.</summary>
    public async IAsyncEnumerable<ApiPage<T>> ByOffsetAsync(
        ApiTransport transport,
        string? cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        while (true)
        {
            var (content, requests) = await AskAsync(
                transport,
                [("page", ApiRequest.Number(page)), ("per_page", ApiRequest.Number(PageSize)), ("include_totals", "true")],
                cancellationToken);
            // The server may cap the page size it was asked for; its own limit says what a full page is.
            var size = content.Limit is > 0 and < PageSize ? (int)content.Limit : PageSize;
            var last = content.Elements < size;
            page++;
            // Totals can be wrong and end nothing (section 3.3), but at the cap there is nothing else to ask.
            var capped = !last && (page + 1) * PageSize > RecordCap;
            var cut = capped && content.Total != RecordCap;
            last |= capped;
            yield return Page(content, last ? null : ApiRequest.Number(page), requests) with { CutByCap = cut };
            if (last)
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
