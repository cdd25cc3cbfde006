using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Requests;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>
/// What one listing is: where, which key its rows stand under, how to read a row and tell it from another, and by which ways
/// it may be read. It ends with evidence or says that there is none (<see cref="ListingEnd"/>).
/// </summary>
internal sealed record Listing<T>(string Endpoint, IReadOnlyList<string> Ids, string Key, JsonTypeInfo<T> ElementType, Func<T, string?> IdOf)
    where T : class
{
    /// <summary>Largest page that the endpoint gives (section 3.1).</summary>
    public const int PageSize = 100;

    public IReadOnlyList<(string Name, string? Value)> Query { get; init; } = [];

    /// <summary>The ways in the order in which they are tried.</summary>
    public required IReadOnlyList<ListingWay> Ways { get; init; }

    /// <summary>
    /// Records beyond which offset pagination is refused: page * per_page + per_page may not exceed it, even where fewer
    /// records exist (section 3.2). A total that equals it proves nothing.
    /// </summary>
    public int RecordCap { get; init; } = 1000;

    /// <summary>How many there can be at all, by the documentation (section 8); <see langword="null"/> where it is no limit to count on.</summary>
    public int? EntityLimit { get; init; }

    /// <summary>Whether a row says all that was asked for, so that one answer can be the whole.</summary>
    public Func<T, bool> IsFull { get; init; } = static _ => true;

    /// <summary>Reads the listing, by the next way where one does not come to an end with evidence. The cursor is opaque.</summary>
    public async IAsyncEnumerable<ApiPage<T>> ReadAsync(
        ApiTransport transport,
        string? cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (way, inner) = Parse(cursor);
        var spent = 0;
        for (; way < Ways.Count; way++, inner = null)
        {
            var isLast = way == Ways.Count - 1;
            var goesOn = false;
            await foreach (var page in ReadAsync(Ways[way], transport, inner, cancellationToken))
            {
                if (page.End is { Evidence: null } && !isLast)
                {
                    spent += page.Requests;
                    goesOn = true;
                    break;
                }

                yield return page with
                {
                    NextCursor = page.NextCursor is { } next ? string.Create(CultureInfo.InvariantCulture, $"{way}:{next}") : null,
                    Requests = page.Requests + spent,
                };
                spent = 0;
            }

            if (!goesOn)
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
        return Page(content, next: null, end: null, requests);
    }

    /// <summary>One page by number, with the number of the next one as its cursor where there can be one.</summary>
    public async Task<ApiPage<T>> PageAsync(ApiTransport transport, int number, CancellationToken cancellationToken)
    {
        var (content, requests) = await AskAsync(
            transport,
            [("page", ApiRequest.Number(number)), ("per_page", ApiRequest.Number(PageSize)), ("include_totals", "true")],
            cancellationToken);
        var size = content.Limit ?? PageSize;
        var hasNext = content.Elements > 0 && content.Elements >= size && (number + 2) * size <= RecordCap;
        return Page(content, hasNext ? ApiRequest.Number(number + 1) : null, end: null, requests);
    }

    /// <summary>The first page by number, and whether it is the whole; one that more follow has no end.</summary>
    public async Task<ApiPage<T>> BeginningAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        var requests = 0;
        for (var size = PageSize; ; size = Math.Max(1, size / 10))
        {
            try
            {
                var (content, asked) = await AskAsync(
                    transport,
                    [("page", "0"), ("per_page", ApiRequest.Number(size)), ("include_totals", "true")],
                    cancellationToken);
                var distinct = content.Items.Select(IdOf).Distinct(StringComparer.Ordinal).Count();
                return Page(content, next: null, BeginningEnd(content, distinct, size), requests + asked);
            }
            catch (ManagementApiException large) when (large.Kind == ManagementApiErrorKind.TooLarge && size > 1)
            {
                requests++;
            }
        }
    }

    private ListingEnd? BeginningEnd(PageContent<T> content, int distinct, int size)
    {
        if (IsWhole(content, distinct))
        {
            return ListingEnd.Proven(EndEvidence.SinglePage);
        }

        if (content.Form != AnswerForm.Numbered || content.Total is null || content.Start is not (null or 0))
        {
            return ListingEnd.Unproven($"{Endpoint}: pages with their totals were asked for and not answered");
        }

        // More than the page holds may follow only where the page is full.
        return content.Elements >= Math.Min(content.Limit ?? size, size) && content.Total > distinct
            ? null
            : ListingEnd.Unproven(string.Create(CultureInfo.InvariantCulture, $"{Endpoint}: {distinct} were listed where the tenant states {content.Total}"));
    }

    /// <summary>Whether one answer holds everything: as many distinct ids as it states, fewer than the cap, each row full.</summary>
    public bool IsWhole(PageContent<T> content, int distinct) =>
        content.Form == AnswerForm.Numbered
        && content.Total == distinct
        && content.Unreadable == 0
        && distinct < RecordCap
        && content.Items.All(IsFull);

    /// <summary>A page of the listing; without content it only says how the listing ended.</summary>
    public static ApiPage<T> Page(PageContent<T>? content, string? next, ListingEnd? end, int requests) => new()
    {
        Items = content?.Items ?? [],
        NextCursor = end is null ? next : null,
        End = end,
        StatedTotal = content?.Total,
        Unreadable = content?.Unreadable ?? 0,
        Requests = requests,
    };

    public Task<(PageContent<T> Value, int Requests)> AskAsync(
        ApiTransport transport,
        IReadOnlyList<(string Name, string? Value)> paging,
        CancellationToken cancellationToken) =>
        transport.SendAsync(
            ApiRequest.Get(Endpoint, Ids, [.. Query, .. paging]),
            body => PageReader.Read(body, Key, ElementType),
            cancellationToken);

    private IAsyncEnumerable<ApiPage<T>> ReadAsync(ListingWay way, ApiTransport transport, string? cursor, CancellationToken cancellationToken) => way switch
    {
        ListingWay.Checkpoint => new CheckpointReading<T>(this, transport).ReadAsync(cursor, cancellationToken),
        ListingWay.Numbers => new NumberedReading<T>(this, transport).ReadAsync(cursor, cancellationToken),
        _ => ReadSingleAsync(transport, cancellationToken),
    };

    private async IAsyncEnumerable<ApiPage<T>> ReadSingleAsync(ApiTransport transport, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageContent<T>? content = null;
        var requests = 1;
        try
        {
            (content, requests) = await AskAsync(
                transport,
                [("page", "0"), ("per_page", ApiRequest.Number(PageSize)), ("include_totals", "true")],
                cancellationToken);
        }
        catch (ManagementApiException large) when (large.Kind == ManagementApiErrorKind.TooLarge)
        {
            // Another way asks for fewer at a time.
        }

        yield return content is not null && IsWhole(content, content.Items.Select(IdOf).Distinct(StringComparer.Ordinal).Count())
            ? Page(content, next: null, ListingEnd.Proven(EndEvidence.SinglePage), requests)
            : Page(null, next: null, ListingEnd.Unproven($"{Endpoint}: one page does not hold them all"), requests);
    }

    /// <exception cref="FormatException">The cursor is none of this listing.</exception>
    private (int Way, string? Inner) Parse(string? cursor)
    {
        if (cursor is null)
        {
            return (0, null);
        }

        var mark = cursor.IndexOf(':', StringComparison.Ordinal);
        return mark > 0 && int.TryParse(cursor.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out var way) && way < Ways.Count
            ? (way, cursor[(mark + 1)..])
            : throw new FormatException($"no cursor of {Endpoint}");
    }
}
