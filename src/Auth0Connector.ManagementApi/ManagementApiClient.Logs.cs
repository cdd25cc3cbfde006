using System.Globalization;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Requests;

namespace Auth0Connector.ManagementApi;

/// <content>The tenant's log (API reference, section 6.1).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>Lines of the log in a full page.</summary>
    public const int LogsPerPage = Listing<LogRecord>.PageSize;

    private const string ByDate = "date:1";

    /// <summary>
    /// The lines after one, in the order of their ids, <see cref="LogsPerPage"/> at most; the next cursor is the id of the last of
    /// them, and <see langword="null"/> where nothing has come since. What fell out of retention in between is passed over
    /// by the tenant without a word.
    /// </summary>
    /// <exception cref="ManagementApiException">Scope <c>read:logs</c> is missing, the id is refused, or the tenant cannot be reached.</exception>
    public async Task<ApiPage<LogRecord>> ListLogsAfterAsync(string logId, CancellationToken cancellationToken)
    {
        var spent = 0;
        for (var take = LogsPerPage; ; take = Math.Max(1, take / 10))
        {
            try
            {
                var (content, requests) = await Logs().AskAsync(_transport, [("from", logId), ("take", ApiRequest.Number(take))], cancellationToken);
                return LogPage(content, requests + spent);
            }
            catch (ManagementApiException large) when (large.Kind == ManagementApiErrorKind.TooLarge && take > 1)
            {
                spent++;
            }
        }
    }

    /// <summary>
    /// The first lines by date, of those that the tenant keeps or since a time, <see cref="LogsPerPage"/> at most; for reading on there
    /// is <see cref="ListLogsAfterAsync"/>, since a search ends at a thousand.
    /// </summary>
    public async Task<ApiPage<LogRecord>> FirstLogsAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var query = since is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"date:[{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} TO *]")
            : null;
        var (content, requests) = await Logs().AskAsync(_transport, [("q", query), ("sort", ByDate), .. FirstPage(LogsPerPage)], cancellationToken);
        return LogPage(content, requests);
    }

    /// <summary>The newest line by date; <see langword="null"/> where the log is empty.</summary>
    public async Task<LogRecord?> FindNewestLogAsync(CancellationToken cancellationToken)
    {
        var (content, _) = await Logs().AskAsync(_transport, [("sort", "date:-1"), .. FirstPage(1)], cancellationToken);
        return content.Items.FirstOrDefault(static line => line.Key is not null);
    }

    /// <summary>One line by id; <see langword="null"/> where there is none, or none any more.</summary>
    public Task<LogRecord?> FindLogAsync(string logId, CancellationToken cancellationToken) =>
        FindAsync("/logs/{id}", logId, [], ManagementApiJson.Default.LogRecord, static line => line.Key, cancellationToken);

    private static (string Name, string? Value)[] FirstPage(int size) => [("page", "0"), ("per_page", ApiRequest.Number(size))];

    private static Listing<LogRecord> Logs() => new("/logs", [], "logs", ManagementApiJson.Default.LogRecord, static line => line.Key) { Ways = ByCheckpoint };

    private static ApiPage<LogRecord> LogPage(PageContent<LogRecord> content, int requests)
    {
        // A line that cannot be read is passed over; a page of nothing else would never be left.
        var last = content.Items.LastOrDefault(static line => line.Key is not null)?.Key;
        return last is null && content.Elements > 0
            ? throw new ManagementApiException(ManagementApiErrorKind.BadAnswer, "/logs: no line of the page has an id") { Endpoint = "/logs" }
            : Listing<LogRecord>.Page(content, last, end: null, requests);
    }
}
