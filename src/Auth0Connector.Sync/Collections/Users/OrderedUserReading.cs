using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// Reads the people of a window in the order of their creation, always the first page, from the last one's instant on: whoever
/// was there throughout cannot be shifted away, however many come and go. Its last page states that it is all that is left.
/// </summary>
internal sealed class OrderedUserReading(ManagementApiClient api)
{
    private const string InOrder = "created_at:1";

    // What contradicts itself is asked for once more: an index that is being written may answer so.
    private const int MostDoubts = 2;

    /// <summary>Reads on from a place; the first page may be known already.</summary>
    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        UserWindow window,
        UserWindowPlace place,
        ApiPage<UserRecord>? known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var doubts = 0;
        long requests = 0;
        while (true)
        {
            var since = place.Since;
            var page = known ?? await api.FirstUsersAsync((window with { Low = since ?? window.Low }).Query, InOrder, cancellationToken);
            known = null;
            requests += page.Requests;
            var step = Judge(window, since, page);
            if (step.Doubt is { } doubt && ++doubts < MostDoubts)
            {
                continue;
            }

            var content = (step.IsTaken ? UserPages.Of(page with { Items = Taken(window, place, page) }).Content : new StagedBatch()) with
            {
                Requests = requests,
                Tasks = step.Tasks,
                StatedTotal = since is null ? page.StatedTotal : null,
                NextCursor = step.Next?.ToCursor(),
            };
            yield return new CollectionPage(
                content,
                step.Next is not null ? null : step.Doubt is { } reason ? ListingEnd.Unproven(reason) : ListingEnd.Proven(step.Evidence));
            if (step.Next is not { IsByNumber: false } next)
            {
                yield break;
            }

            place = next;
            requests = 0;
            doubts = 0;
        }
    }

    /// <summary>
    /// The first page of a window in this order, and whether the order is one that the tenant takes; the total decides whether
    /// the window is read on or cut.
    /// </summary>
    public async Task<(ApiPage<UserRecord> Page, bool IsInOrder)> FirstAsync(UserWindow window, CancellationToken cancellationToken)
    {
        if (window.IsOrdered)
        {
            try
            {
                return (await api.FirstUsersAsync(window.Query, InOrder, cancellationToken), true);
            }
            catch (ManagementApiException refused) when (refused.Kind == ManagementApiErrorKind.BadRequest)
            {
                // Some tenants refuse some forms of search: without an order they are counted off.
            }
        }

        return (await api.FirstUsersAsync(window.Query, sort: null, cancellationToken), false);
    }

    private static Step Judge(UserWindow window, long? since, ApiPage<UserRecord> page)
    {
        var order = UserOrder.Of(page.Items, since ?? window.Low, window.High);
        if (page.End?.Doubt is { } doubt)
        {
            return Step.Doubtful(doubt);
        }

        if (order.IsOutside && since is not null && IsEverybody(window))
        {
            // A tenant whose search knows no ranges can still be counted off.
            return new Step { Next = UserWindowPlace.ByNumber(null) };
        }

        if (order.IsOutside)
        {
            return Step.Doubtful("GET /users: the tenant's search answers with people other than those it was asked for");
        }

        if (page.End is not null)
        {
            // Who has no instant is met by no range.
            return new Step
            {
                IsTaken = true,
                Tasks = since is not null && IsEverybody(window) ? [window.WithoutInstant().ToTask()] : [],
                Evidence = since is null ? EndEvidence.SinglePage : EndEvidence.OrderedSearch,
            };
        }

        if (!order.IsKept || order.Last is not { } last)
        {
            return new Step { Next = UserWindowPlace.ByNumber(null) };
        }

        // A page that is all one instant would be answered again and again: its people are told apart otherwise.
        return (order.IsOneInstant ? last : last <= since ? since : null) is { } crowded
            ? new Step { Next = UserWindowPlace.From(crowded + 1, new IdSet()), Tasks = [window.At(crowded).ToTask()] }
            : new Step { IsTaken = true, Next = UserWindowPlace.From(last, MetSince(last, page)) };
    }

    // Pages overlap by whom the next one starts from; and who has no instant comes by a window of their own.
    private static List<UserRecord> Taken(UserWindow window, UserWindowPlace place, ApiPage<UserRecord> page) =>
    [
        .. page.Items.Where(user => !place.Met.Contains(user.UserId ?? "")
            && (user.CreatedAt is not null || page.End is not null || place.Since is not null || !IsEverybody(window))),
    ];

    private static IdSet MetSince(long since, ApiPage<UserRecord> page)
    {
        var met = new IdSet();
        foreach (var user in page.Items.Where(user => user.CreatedAt?.ToUnixTimeMilliseconds() >= since))
        {
            met.Add(user.UserId ?? "");
        }

        return met;
    }

    private static bool IsEverybody(UserWindow window) => window is { Low: null, High: null, Conditions.Count: 0 };

    private sealed record Step
    {
        public bool IsTaken { get; init; }

        public UserWindowPlace? Next { get; init; }

        public IReadOnlyList<StagedTask> Tasks { get; init; } = [];

        public EndEvidence Evidence { get; init; }

        public string? Doubt { get; private init; }

        public static Step Doubtful(string doubt) => new() { Doubt = doubt };
    }
}
