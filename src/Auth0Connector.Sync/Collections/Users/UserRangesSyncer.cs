using System.Runtime.CompilerServices;
using System.Text;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// Counts people by range of creation before an export begins, so that its file can be held against them. A tenant that does
/// not search by ranges is counted as a whole.
/// </summary>
internal sealed class UserRangesSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "users-ranges";

    private const string Pass = "short";
    private const int PeopleInARange = 2000;
    private const int FewestRanges = 4;
    private const int MostRanges = 100;

    private readonly UserWindowSplitter _splitter = new(api);

    public CollectionInfo Info { get; } = new(KindName, UserParts.Users, ResourceTypeIds.User, "GET /users", CollectionMethod.Numbers)
    {
        Collection = UsersSyncer.KindName,
        OnlyCounts = true,
    };

    /// <summary>The task for a tenant that states so many people.</summary>
    public static StagedTask TaskFor(long? total) => new(KindName, "") { Payload = new UserRanges { Total = total ?? 0 }.ToPayload() };

    /// <summary>The task of reading by search what an export came short of in a range.</summary>
    public static StagedTask ShortTask(UserRanges ranges, int index) => ranges.WindowOf(index, Pass).ToTask();

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ranges = task.Cursor is { } cursor ? UserRanges.Parse(Encoding.UTF8.GetBytes(cursor)) : UserRanges.Parse(task.Payload);
        if (task.Cursor is null)
        {
            var (cut, requests) = await CutAsync(ranges, cancellationToken);
            ranges = cut;
            yield return ranges.Cuts.Count == 0 ? End(ranges with { Counts = [Known(ranges.Total)] }, requests) : Step(ranges, requests);
        }

        while (ranges.Cuts.Count > 0 && ranges.Counts.Count < ranges.Size)
        {
            var (count, requests) = await CountAsync(ranges.WindowOf(ranges.Counts.Count, Pass), cancellationToken);
            ranges = count is null
                ? new UserRanges { Total = ranges.Total, Counts = [Known(ranges.Total)] }
                : ranges with { Counts = [.. ranges.Counts, Known(count.Value)] };
            yield return ranges.Cuts.Count == 0 || ranges.Counts.Count == ranges.Size ? End(ranges, requests) : Step(ranges, requests);
        }
    }

    private async Task<(UserRanges Ranges, long Requests)> CutAsync(UserRanges ranges, CancellationToken cancellationToken)
    {
        var split = new UserWindowSplit();
        try
        {
            if (await _splitter.BoundsAsync(UserWindow.Everybody(Pass), split, cancellationToken) is not var (low, high))
            {
                return (ranges, split.Requests);
            }

            var count = Math.Clamp(ranges.Total / PeopleInARange, FewestRanges, MostRanges);
            var cuts = Enumerable.Range(1, (int)count - 1).Select(index => low + (long)((Int128)(high - low) * index / count)).Distinct().ToList();
            return (ranges with { Cuts = cuts }, split.Requests);
        }
        catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
        {
            return (ranges, split.Requests + 1);
        }
    }

    // Null where the tenant does not count by this range.
    private async Task<(long? Count, long Requests)> CountAsync(UserWindow range, CancellationToken cancellationToken)
    {
        try
        {
            var page = await api.PeekUsersAsync(range.Query, sort: null, cancellationToken);
            if (!UserOrder.Of(page.Items, range.Low, range.High).IsOutside)
            {
                return (page.StatedTotal, page.Requests);
            }

            // One out of place may be odd; a whole page shows whether the tenant searches by ranges at all.
            var more = await api.FirstUsersAsync(range.Query, sort: null, cancellationToken);
            return (UserOrder.Of(more.Items, range.Low, range.High).IsOutside ? null : more.StatedTotal, page.Requests + more.Requests);
        }
        catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
        {
            return (null, 1);
        }
    }

    private static long? Known(long count) => count == UsersSyncer.SearchCap ? null : count;

    private static CollectionPage Step(UserRanges ranges, long requests) => CollectionPage.Progress(Encoding.UTF8.GetString(ranges.ToPayload()), requests);

    private static CollectionPage End(UserRanges ranges, long requests) =>
        new(new StagedBatch { Tasks = [UserExportSyncer.TaskFor(ranges)], Requests = requests }, ListingEnd.Proven(EndEvidence.Parts));
}
