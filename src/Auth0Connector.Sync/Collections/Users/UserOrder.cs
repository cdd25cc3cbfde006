using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>
/// What a page of people in the order of their creation shows: whether it is one, and where the next one starts. A person whose
/// instant is not the one that the tenant searches by costs nothing, so single ones out of place are passed over.
/// </summary>
internal sealed record UserOrder
{
    // One odd person makes two steps down at the most; a page in no order goes down at every other step.
    private const int StepsDownInTen = 1;

    /// <summary>Whether all instants on the page are one.</summary>
    public bool IsOneInstant { get; private init; }

    /// <summary>The instant from which the next page starts, in milliseconds; <see langword="null"/> where nobody has one.</summary>
    public long? Last { get; private init; }

    /// <summary>Whether the instants ascend.</summary>
    public bool IsKept { get; private init; }

    /// <summary>Whether most lie outside of what was asked for: the tenant does not search by it.</summary>
    public bool IsOutside { get; private init; }

    /// <param name="users">The page.</param>
    /// <param name="low">Lower end that was asked for, inclusive.</param>
    /// <param name="high">Upper end, exclusive.</param>
    public static UserOrder Of(IReadOnlyList<UserRecord> users, long? low, long? high)
    {
        var instants = users.Select(static user => user.CreatedAt?.ToUnixTimeMilliseconds()).OfType<long>().ToList();
        var outside = instants.Count(instant => instant < low || instant >= high);
        var down = instants.Zip(instants.Skip(1), static (earlier, later) => later < earlier).Count(static isDown => isDown);
        return new UserOrder
        {
            IsOneInstant = instants.Count > 0 && instants.TrueForAll(instant => instant == instants[0]),
            Last = NextOf(instants, low),
            IsKept = down * 10 <= instants.Count * StepsDownInTen,
            IsOutside = outside * 2 > instants.Count,
        };
    }

    // The earlier of the last two that leads on: one that is out of place must not lead past anybody.
    private static long? NextOf(List<long> instants, long? low)
    {
        var tail = instants.TakeLast(2).Where(instant => low is null || instant > low).ToList();
        return tail.Count > 0 ? tail.Min() : instants.Count > 0 ? instants[^1] : null;
    }
}
