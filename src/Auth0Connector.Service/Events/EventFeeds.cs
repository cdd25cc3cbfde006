using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Events;

/// <summary>The tasks that read the feed of events, which is made of the tenant's log.</summary>
/// <param name="client">The tenant.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where is told what no answer tells.</param>
public sealed class EventFeeds(ManagementApiClient client, TimeProvider clock, ILogger log)
{
    /// <summary>The one feed.</summary>
    public const string FeedId = "auth0-log";

    // Where a task names none, it means the ecosystem's feed of old.
    private const string LegacyFeedId = "baton_feed_event";

    // Limits of the protocol; a page that nobody asked to be of a size.
    private const int MostCursorCharacters = 4096;
    private const int MostEvents = 250;
    private const int UsualEvents = 100;

    private readonly LogReading _reading = new(client, log);

    /// <summary>Names the feed.</summary>
    public static Task<TaskOutcome> ListFeedsAsync(ServiceTask task, CancellationToken cancellationToken) => System.Threading.Tasks.Task.FromResult(TaskOutcome.Done(new ListEventFeedsResponse
    {
        List =
        {
            new EventFeedMetadata
            {
                Id = FeedId,
                SupportedEventTypes = { EventType.Usage, EventType.ResourceChange, EventType.CreateGrant, EventType.CreateRevoke },
                StartAt = EventFeedStartAt.Head,
            },
        },
    }));

    /// <summary>Gives the events after a cursor.</summary>
    public async Task<TaskOutcome> ListEventsAsync(ServiceTask task, CancellationToken cancellationToken)
    {
        var asked = task.ListEvents;
        if (asked.EventFeedId != FeedId)
        {
            return TaskOutcome.Failed(StatusCode.NotFound, $"error: event feed id {(asked.EventFeedId.Length == 0 ? LegacyFeedId : asked.EventFeedId)} not found");
        }

        try
        {
            var most = asked.PageSize == 0 ? UsualEvents : (int)Math.Min(asked.PageSize, MostEvents);
            if (asked.Cursor.Length == 0 && asked.StartAt is null)
            {
                var head = await _reading.HeadAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
                return TaskOutcome.Done(new ListEventsResponse { Cursor = head.ToString() });
            }

            var (events, next, hasMore) = await _reading.ReadAsync(Begin(asked), most, cancellationToken).ConfigureAwait(false);
            return TaskOutcome.Done(new ListEventsResponse { Events = { events }, Cursor = next.ToString(), HasMore = hasMore });
        }
        catch (FormatException wrong)
        {
            return TaskOutcome.Refused(StatusCode.InvalidArgument, wrong.Message);
        }
        catch (ManagementApiException failure)
        {
            return TenantCodes.Failed(failure);
        }
    }

    private static LogCursor Begin(ServiceTask.Types.ListEventsTask asked)
    {
        if (asked.Cursor.Length > 0)
        {
            return asked.Cursor.Length <= MostCursorCharacters ? LogCursor.Parse(asked.Cursor) : throw new FormatException("the cursor is too long");
        }

        try
        {
            return LogCursor.From(asked.StartAt.ToDateTimeOffset());
        }
        catch (InvalidOperationException wrong)
        {
            throw new FormatException("the start of the events is no time", wrong);
        }
    }
}
