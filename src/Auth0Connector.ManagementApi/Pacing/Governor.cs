namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// Says when a request may leave: when its bucket has a token for it and fewer requests travel than the tenant bears. Who
/// waits for a token holds nothing that a request of another bucket could use.
/// </summary>
internal sealed class Governor : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly PaceOptions _options;
    private readonly BucketMap _map;
    private readonly ConcurrencyLimit _concurrency;
    private readonly ITimer _timer;
    private readonly long _began;
    private readonly List<GroupState> _turns = [];
    private int _next;
    private int _inFlight;
    private bool _anyAnswer;
    private double _capReadyAt;

    public Governor(PaceOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _began = clock.GetTimestamp();
        _map = new BucketMap(options.RateShare);
        _concurrency = new ConcurrencyLimit(options.MaxConcurrency);
        _timer = clock.CreateTimer(static governor => ((Governor)governor!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private double Now => _clock.GetElapsedTime(_began).TotalSeconds;

    /// <summary>Waits until a request of the group may leave. Every permit has to be given back.</summary>
    /// <param name="group">The documented bucket that it counts against.</param>
    /// <param name="priority">Before whom it goes; only what is ordinary brings something that could be lost.</param>
    /// <param name="place">Where its answer goes on counting until it is safe; <see langword="null"/> where nobody keeps answers.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    public async ValueTask<Permit> AdmitAsync(RateGroup group, RequestPriority priority, KeptPlace? place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = Enqueue(group, priority, place);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((Waiter)state!).TryCancel(token), waiter);
        return await waiter.Granted;
    }

    /// <summary>Takes a place in the group's queue.</summary>
    public Waiter Enqueue(RateGroup group, RequestPriority priority = RequestPriority.Ordinary, KeptPlace? place = null)
    {
        lock (_gate)
        {
            // What goes first brings nothing that could be lost.
            var waiter = new Waiter(priority == RequestPriority.Ordinary ? place : null) { Priority = priority };
            StateOf(group).Waiting.Add(waiter);
            Pump();
            return waiter;
        }
    }

    /// <summary>
    /// A place for the requests that are asked in it: after each answer it stays taken until it is freed; the next request before
    /// that travels in it.
    /// </summary>
    public KeptPlace Keep() => new(this);

    /// <summary>What the last answer brought is safe.</summary>
    public void Free(KeptPlace place)
    {
        lock (_gate)
        {
            if (place.IsTaken)
            {
                Vacate(place);
                Pump();
            }
        }
    }

    /// <summary>Ends a place; answers no longer wait to be safe.</summary>
    public void Forget(KeptPlace place)
    {
        lock (_gate)
        {
            place.IsEnded = true;
        }
    }

    /// <summary>Gives a permit back with what the answer said.</summary>
    public void Answered(Permit permit, RateHeaders? headers)
    {
        lock (_gate)
        {
            var now = Now;
            var travelling = _inFlight;
            var group = Return(permit, answered: true);
            _concurrency.Answered(permit.Group, now - permit.SentAt, travelling, now);
            Occupy(permit.Place);
            _map.Learn(group, permit, headers, now);
            Pump();
        }
    }

    /// <summary>Gives a permit back after a 429; everybody who shares the bucket waits out the pause.</summary>
    public void Refused(Permit permit, RateHeaders? headers, TimeSpan pause)
    {
        lock (_gate)
        {
            var now = Now;
            var group = Return(permit, answered: true);
            _concurrency.Strained(now - permit.SentAt, now);
            _map.Learn(group, permit, headers, now);
            // A refusal without headers still says that there is a limit.
            group.Bucket ??= new Bucket(DocumentedLimits.SmallestBurst, 0, 1, _options.RateShare, now, now);
            group.Bucket.Refuse(headers, pause.TotalSeconds, now);
            Pump();
        }
    }

    /// <summary>Gives a permit back when no answer came, or one that says the tenant is in trouble.</summary>
    public void Failed(Permit permit)
    {
        lock (_gate)
        {
            var now = Now;
            Return(permit, answered: false);
            _concurrency.Strained(now - permit.SentAt, now);
            Pump();
        }
    }

    /// <summary>What is known of the buckets, for messages and measurements.</summary>
    public IReadOnlyList<BucketFigures> Buckets()
    {
        lock (_gate)
        {
            return
            [
                .. _map.Buckets.Select(bucket => new BucketFigures(
                    [.. _map.Groups.Where(group => group.Bucket == bucket).Select(static group => group.Group)],
                    bucket.Limit,
                    bucket.RefillPerSecond,
                    _map.Groups.Where(group => group.Bucket == bucket).Sum(static group => group.Sent))),
            ];
        }
    }

    public void Dispose() => _timer.Dispose();

    private GroupState StateOf(RateGroup group)
    {
        var state = _map.Of(group);
        if (!_turns.Contains(state))
        {
            _turns.Add(state);
        }

        return state;
    }

    private void Occupy(KeptPlace? place)
    {
        if (place is { IsTaken: false, IsEnded: false })
        {
            place.IsTaken = true;
            _inFlight++;
        }
    }

    private void Vacate(KeptPlace? place)
    {
        if (place is { IsTaken: true })
        {
            place.IsTaken = false;
            _inFlight--;
        }
    }

    private GroupState Return(Permit permit, bool answered)
    {
        _inFlight--;
        _anyAnswer |= answered;
        permit.Bucket?.Returned(answered);
        var group = _map.Of(permit.Group);
        group.InFlight--;
        return group;
    }

    private void Wake()
    {
        lock (_gate)
        {
            Pump();
        }
    }

    // Grants all that may leave now, and sets the timer for the next that may leave later.
    private void Pump()
    {
        var now = Now;
        // Groups share buckets and always the room: what is urgent in one goes before what is ordinary in another.
        var urgent = GrantInTurn(now, static group => group.Waiting.HasUrgent);
        var wake = Math.Min(urgent, GrantInTurn(now, static _ => true));
        if (wake < double.PositiveInfinity)
        {
            // Timers fire on whole milliseconds; one too early would only come again.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((wake - now) * 1000), 1, 60_000)), Timeout.InfiniteTimeSpan);
        }
    }

    // Gives the groups their turns and says when the next of them may leave.
    private double GrantInTurn(double now, Func<GroupState, bool> hasTurn)
    {
        var wake = double.PositiveInfinity;
        for (var passed = 0; passed < _turns.Count; passed++)
        {
            var group = _turns[_next];
            _next = (_next + 1) % _turns.Count;
            var hasRoom = _inFlight < _concurrency.Current;
            if (!hasTurn(group) || !group.Waiting.TryPeek(hasRoom, out var first) || (!hasRoom && !first.HasPlace))
            {
                continue;
            }

            var ready = ReadyAt(group, now);
            if (ready > now)
            {
                wake = Math.Min(wake, ready);
                continue;
            }

            Grant(group, first, now);
            // After a grant everybody has another turn.
            passed = -1;
        }

        return wake;
    }

    private double ReadyAt(GroupState group, double now)
    {
        var ready = group.Bucket?.ReadyAt(group.Waiting.Count, now) ?? 0;
        if (!group.IsKnown)
        {
            ready = MayProbe(group, now) ? 0 : double.PositiveInfinity;
            if (double.IsPositiveInfinity(ready) && group.InFlight == 0 && Lender() is { } lender)
            {
                ready = lender.ReadyAt(group.Waiting.Count, now);
            }
        }

        return Math.Max(ready, _capReadyAt);
    }

    // Before its first answer a group may ask for no more than the smallest bucket it can have, whichever plan it is; and
    // as long as it may turn out to share the bucket of everything else, for no more than that one holds.
    private bool MayProbe(GroupState group, double now)
    {
        if (!_anyAnswer)
        {
            return _inFlight < DocumentedLimits.SmallestBurst;
        }

        if (Lender() is { } lender)
        {
            return group.InFlight < Math.Max(1, (int)(DocumentedLimits.LeastBurst(group.Group) * _options.RateShare)) && lender.ReadyAt(group.Waiting.Count, now) <= now;
        }

        // No answer so far spoke of limits, so there is no reason to expect one here.
        return true;
    }

    private Bucket? Lender() => _map.Of(RateGroup.Other).Bucket ?? _map.Buckets.MaxBy(static bucket => bucket.Limit);

    private void Grant(GroupState group, Waiter waiter, double now)
    {
        var bucket = group.Bucket ?? (group.IsKnown ? null : Lender());
        var permit = bucket?.Charge(group.Group, isProvisional: group.Bucket is null, now) ?? new Permit(group.Group, null, now);
        if (permit.IsProvisional)
        {
            group.Lender = bucket;
            group.Borrowed++;
        }

        group.Waiting.Take(waiter);
        permit.Place = waiter.Place;
        // From here on the request itself counts.
        Vacate(waiter.Place);
        group.Sent++;
        group.InFlight++;
        _inFlight++;
        if (_options.MaxRequestsPerSecond is { } cap)
        {
            _capReadyAt = Math.Max(_capReadyAt, now - (1 / cap)) + (1 / cap);
        }

        if (!waiter.TryGrant(permit))
        {
            // Cancelled in this very moment; nothing was sent.
            Return(permit, answered: false);
        }
    }
}
