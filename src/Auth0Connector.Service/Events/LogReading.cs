using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Service.Protocol;
using Microsoft.Extensions.Logging;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Events;

/// <summary>Reads the tenant's log from where it was told, line by line in the order of their ids, each once.</summary>
internal sealed partial class LogReading(ManagementApiClient client, ILogger log)
{
    // So many lines may pass that tell nothing before an answer is given; the next call goes on behind them.
    private const int MostPages = 20;

    /// <summary>Up to so many events, where they end, and whether there may be more at once.</summary>
    public async Task<(IReadOnlyList<Event> Events, LogCursor Next, bool HasMore)> ReadAsync(LogCursor cursor, int most, CancellationToken cancellationToken)
    {
        var events = new List<Event>();
        for (var page = 0; page < MostPages; page++)
        {
            var lines = await AfterAsync(cursor, cancellationToken).ConfigureAwait(false);
            if (lines.Count == 0)
            {
                return (events, cursor, false);
            }

            if (page == 0)
            {
                await TellGapAsync(cursor, cancellationToken).ConfigureAwait(false);
            }

            foreach (var line in lines)
            {
                var told = LoggedEvents.Of(line);
                var rest = told.Skip(cursor.Told).Take(most - events.Count).ToList();
                events.AddRange(rest);
                if (cursor.Told + rest.Count < told.Count)
                {
                    return (events, cursor with { Told = cursor.Told + rest.Count }, true);
                }

                cursor = new LogCursor(line.Key!, 0, null);
            }

            if (events.Count >= most)
            {
                return (events, cursor, true);
            }
        }

        return (events, cursor, true);
    }

    /// <summary>Where a feed begins that nobody has read: behind the newest line.</summary>
    public async Task<LogCursor> HeadAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await client.FindNewestLogAsync(cancellationToken).ConfigureAwait(false) is { Key: { } newest }
            ? new LogCursor(newest, 0, null)
            : new LogCursor("", 0, now);

    private async Task<IReadOnlyList<LogRecord>> AfterAsync(LogCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.After.Length > 0)
        {
            var page = await client.ListLogsAfterAsync(cursor.After, cancellationToken).ConfigureAwait(false);
            return [.. page.Items.Where(static line => line.Key is not null)];
        }

        // A search goes by time, the log by id: the first by id of what the search finds first is where reading begins.
        var first = await client.FirstLogsAsync(cursor.Since, cancellationToken).ConfigureAwait(false);
        return [.. first.Items.Where(static line => line.Key is not null).OrderBy(static line => line.Key!.Length).ThenBy(static line => line.Key, StringComparer.Ordinal).Take(1)];
    }

    private async Task TellGapAsync(LogCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.After.Length > 0 && await client.FindLogAsync(cursor.After, cancellationToken).ConfigureAwait(false) is null)
        {
            MayLack(log);
        }
    }

    [LoggerMessage(EventId = 540, Level = LogLevel.Warning, Message = "the tenant no longer keeps the line of its log up to which events were told; what happened between that and its oldest line may be missing in the feed, and the next sync shows it")]
    private static partial void MayLack(ILogger log);
}
