using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
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
                var all = LoggedEvents.Of(line);
                var told = cursor.ToldOf(line.Key!);
                var rest = all.Skip(told).Take(most - events.Count).ToList();
                events.AddRange(rest);
                if (told + rest.Count < all.Count)
                {
                    return (events, cursor with { Within = line.Key!, Told = told + rest.Count }, true);
                }

                cursor = LogCursor.Behind(line.Key!);
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
            ? LogCursor.Behind(newest)
            : LogCursor.From(now);

    private async Task<IReadOnlyList<LogRecord>> AfterAsync(LogCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.After.Length > 0)
        {
            try
            {
                var page = await client.ListLogsAfterAsync(cursor.After, cancellationToken).ConfigureAwait(false);
                return [.. page.Items.Where(static line => line.Key is not null)];
            }
            catch (ManagementApiException refused) when (IsOfTheId(refused))
            {
                // Mostly an id that fell out of the log is passed over without a word; where it is refused, the oldest line comes next.
                // A line that is still there was refused for something else, and to go back would tell everything twice.
                if (await IsThereAsync(cursor.After, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }

        // A search goes by time, the log by id: the first by id of what the search finds first is where reading begins.
        var first = await client.FirstLogsAsync(cursor.Since, cancellationToken).ConfigureAwait(false);
        return [.. first.Items.Where(static line => line.Key is not null).OrderBy(static line => line.Key!.Length).ThenBy(static line => line.Key, StringComparer.Ordinal).Take(1)];
    }

    private async Task TellGapAsync(LogCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.After.Length > 0 && !await IsThereAsync(cursor.After, cancellationToken).ConfigureAwait(false))
        {
            MayLack(log);
        }
    }

    private static bool IsOfTheId(ManagementApiException refused) =>
        refused.Kind is ManagementApiErrorKind.BadRequest or ManagementApiErrorKind.NotFound;

    private async Task<bool> IsThereAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindLogAsync(id, cancellationToken).ConfigureAwait(false) is not null;
        }
        catch (ManagementApiException refused) when (IsOfTheId(refused))
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 540, Level = LogLevel.Warning, Message = "the tenant no longer keeps the line of its log up to which events were told; what happened between that and its oldest line may be missing in the feed, and the next sync shows it")]
    private static partial void MayLack(ILogger log);
}
