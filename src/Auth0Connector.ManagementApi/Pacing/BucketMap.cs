namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// Which groups share a bucket. The documentation's table is only a first guess: groups whose answers show the same limit
/// and each other's consumption are one (API reference, section 7).
/// </summary>
internal sealed class BucketMap(double share)
{
    // Tokens of difference that rounding, refill and answers out of order cannot explain, and how often they must be seen.
    private const double Unexplained = 3;
    private const int DoubtsToJoin = 2;
    private const int DoubtsToPart = 6;

    private readonly Dictionary<RateGroup, GroupState> _groups = [];

    public IReadOnlyCollection<GroupState> Groups => _groups.Values;

    public IEnumerable<Bucket> Buckets => _groups.Values.Select(static group => group.Bucket).OfType<Bucket>().Distinct();

    public GroupState Of(RateGroup group)
    {
        if (!_groups.TryGetValue(group, out var state))
        {
            _groups[group] = state = new GroupState(group);
        }

        return state;
    }

    /// <summary>Learns from an answer which bucket the group has, and what remains in it.</summary>
    public void Learn(GroupState group, Permit permit, RateHeaders? headers, double now)
    {
        if (headers is not { } told)
        {
            // An endpoint without a limit, as long as no answer says otherwise.
            if (!group.IsKnown)
            {
                group.IsKnown = true;
                Settle(group, bucket: null, now);
            }

            return;
        }

        if (group.Bucket is null)
        {
            Place(group, permit, told, now);
            return;
        }

        if (permit.Bucket != group.Bucket || permit.IsProvisional)
        {
            // It was counted elsewhere, so its place in this bucket is not known.
            group.Bucket.Cap(permit, told.Remaining, now);
            return;
        }

        if (!Move(group, permit, told, now))
        {
            group.Bucket.Learn(permit, told, now);
        }
    }

    // The first answer of a group: a bucket that is full but for our own requests is its own, one that shows the
    // consumption of others is theirs. Where both fit, one bucket is assumed: too slow for a moment rather than refused.
    private void Place(GroupState group, Permit permit, RateHeaders told, double now)
    {
        group.IsKnown = true;
        var alone = told.Remaining >= told.Limit - group.Sent;
        var shared = Sharing(permit, told, except: null, now);
        Settle(group, shared, now);
        if (shared is not null)
        {
            group.IsAssumed = alone;
            group.Bucket = shared;
            shared.Cap(permit, told.Remaining, now);
            return;
        }

        group.Bucket = Separate(group, permit, told, now);
    }

    // True when the group was moved to another bucket by this answer.
    private bool Move(GroupState group, Permit permit, RateHeaders told, double now)
    {
        var bucket = group.Bucket!;
        var expected = bucket.TokensAt(now);
        if (group.IsAssumed && !group.WasSplit && DocumentedLimits.IsOwn(group.Group, told.Limit)
            && told.Remaining > expected + (bucket.Sent - permit.AnsweredBefore) + Unexplained)
        {
            if (++group.Doubts >= DoubtsToPart)
            {
                group.WasSplit = true;
                bucket.Refund(group.InFlight);
                group.Bucket = Separate(group, permit, told, now);
                return true;
            }

            return false;
        }

        if (told.Remaining + 1 + Unexplained < expected && Sharing(permit, told, bucket, now) is { } other)
        {
            if (++group.Doubts >= DoubtsToJoin)
            {
                group.Doubts = 0;
                group.IsAssumed = false;
                other.Adopt(group.InFlight, now);
                other.Cap(permit, told.Remaining, now);
                group.Bucket = other;
                return true;
            }

            return false;
        }

        group.Doubts = 0;
        return false;
    }

    // What was charged to a lender goes to the bucket that it belonged to.
    private static void Settle(GroupState group, Bucket? bucket, double now)
    {
        if (group.Lender != bucket)
        {
            group.Lender?.Refund(group.Borrowed);
            bucket?.Adopt(group.Sent, now);
        }

        group.Lender = null;
        group.Borrowed = 0;
    }

    private Bucket? Sharing(Permit permit, RateHeaders told, Bucket? except, double now)
    {
        Bucket? nearest = null;
        var least = double.PositiveInfinity;
        foreach (var bucket in Buckets)
        {
            if (bucket == except || bucket.Limit != told.Limit || !bucket.Explains(permit, told.Remaining, now))
            {
                continue;
            }

            var tokens = bucket.TokensAt(now);
            if (Math.Abs(told.Remaining - tokens) < least)
            {
                least = Math.Abs(told.Remaining - tokens);
                nearest = bucket;
            }
        }

        return nearest;
    }

    private Bucket Separate(GroupState group, Permit permit, RateHeaders told, double now)
    {
        group.IsAssumed = false;
        group.Doubts = 0;
        // Those of ours that travel still may be charged after the one that was answered.
        return new Bucket(told.Limit, told.Remaining - group.InFlight, DocumentedLimits.Refill(group.Group, told.Limit), share, (permit.SentAt + now) / 2, now);
    }
}
