namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// One bucket of the tenant as we know it. Two accounts are kept: what the tenant's bucket surely still holds, and our own
/// share of it, which scales burst and refill alike. Arithmetic only; the governor holds the lock.
/// </summary>
internal sealed class Bucket
{
    // Without a share left free there is no cushion, so two tokens are, for what is counted wrong on the way.
    private const double Margin = 2;
    private const double LastMargin = 1;

    // With less than this of the free share left, others are busy: we go on slowly, but we go on.
    private const double ReserveKept = 0.5;
    private const double SlowestPace = 0.25;

    private const double Settling = 1;

    // Tokens by which rounding and an inexact refill blur a comparison.
    private const int Blur = 2;

    private readonly double _share;
    private readonly RefillEstimate _refill;
    private double _tokens;
    private double _own;
    private double _at;
    private double _lastCharge = double.NegativeInfinity;
    private double _pausedUntil;
    private double _countsFrom;
    private double _leastMargin = LastMargin;

    /// <param name="limit">Most tokens it holds.</param>
    /// <param name="remaining">Tokens that it surely holds now.</param>
    /// <param name="refill">Tokens a second, as far as known.</param>
    /// <param name="share">Part of it that is ours.</param>
    /// <param name="since">When our first request was charged, as far as known: our share has refilled from then on.</param>
    /// <param name="now">The time.</param>
    public Bucket(int limit, double remaining, double refill, double share, double since, double now)
    {
        Limit = limit;
        _share = share;
        _refill = new RefillEstimate(refill);
        _tokens = remaining;
        _own = Math.Max(1, limit * share) - (limit - remaining) + (refill * share * (now - since));
        _at = now;
    }

    public int Limit { get; private set; }

    public double RefillPerSecond => _refill.PerSecond;

    /// <summary>Requests charged so far, and those of them that were answered.</summary>
    public long Sent { get; private set; }

    public long Answered { get; private set; }

    public long InFlight => Sent - Answered;

    /// <summary>Tokens that the tenant's bucket holds at least, once all that is under way is charged.</summary>
    public double TokensAt(double now)
    {
        Advance(now);
        return _tokens;
    }

    /// <summary>When the next request may leave; not after <paramref name="now"/> means now.</summary>
    /// <param name="waiting">Requests that wait: the cushion is for those who come after, so the last may use most of it up.</param>
    /// <param name="now">The time.</param>
    public double ReadyAt(int waiting, double now)
    {
        Advance(now);
        var refill = _refill.PerSecond;
        var ours = now + ((1 - _own) / (refill * _share));
        var margin = Math.Min(Math.Clamp(waiting - 1, _leastMargin, Margin), (Limit - 1) / 2.0);
        var reserve = _share < 1 ? (1 - _share) * Limit * ReserveKept : margin;
        var theirs = now + ((1 + reserve - _tokens) / refill);
        if (_share < 1)
        {
            var least = now + ((1 - _tokens) / refill);
            theirs = Math.Max(least, Math.Min(theirs, _lastCharge + (1 / (refill * _share * SlowestPace))));
        }

        return Math.Max(Math.Max(ours, theirs), _pausedUntil);
    }

    public Permit Charge(RateGroup group, bool isProvisional, double now)
    {
        Advance(now);
        if (_tokens > Limit - 0.5)
        {
            _refill.Restart();
        }

        _tokens--;
        _own--;
        _lastCharge = now;
        Sent++;
        return new Permit(group, this, now) { AnsweredBefore = Answered, IsProvisional = isProvisional };
    }

    /// <summary>Takes over requests that were charged elsewhere before they were known to belong here.</summary>
    public void Adopt(double requests, double now)
    {
        Advance(now);
        _own -= requests;
        _tokens -= requests;
        // Some of them still travel and are charged uncounted: what is seen meanwhile says nothing about the refill.
        _refill.Restart();
        _countsFrom = now + Settling;
    }

    /// <summary>Gives back what was charged to the wrong bucket.</summary>
    public void Refund(double requests)
    {
        _own += requests;
        _tokens += requests;
        _refill.Restart();
    }

    /// <summary>An answer came, or none at all: the request no longer travels.</summary>
    public void Returned(bool answered)
    {
        Answered++;
        if (!answered)
        {
            // Whether it was charged is not known.
            _refill.Restart();
        }
    }

    /// <summary>Believes what an answer says remains.</summary>
    public void Learn(Permit permit, RateHeaders headers, double now)
    {
        Advance(now);
        if (headers.Limit != Limit)
        {
            _own = Math.Min(_own, headers.Limit * _share);
            Limit = headers.Limit;
            _refill.Restart();
        }

        if (permit.SentAt >= _countsFrom)
        {
            _refill.See(new RefillEstimate.Sighting(permit.SentAt, now, permit.AnsweredBefore, Sent, headers.Remaining), Limit);
        }

        // Answers overtake each other: of the requests that travelled beside this one any number was charged before it.
        var most = headers.Remaining + 1 + Refilled(permit, now);
        _tokens = Math.Clamp(_tokens, Math.Min(headers.Remaining - (Sent - permit.AnsweredBefore - 1), most), most);
    }

    /// <summary>Believes a remaining count whose place among our requests is not known.</summary>
    public void Cap(Permit permit, int remaining, double now)
    {
        Advance(now);
        _tokens = Math.Min(_tokens, remaining + 1 + Refilled(permit, now));
    }

    /// <summary>Whether what an answer says remains can be what remained in this bucket.</summary>
    public bool Explains(Permit permit, int remaining, double now)
    {
        Advance(now);
        var beside = permit.Bucket == this ? Sent - permit.AnsweredBefore : InFlight + Blur;
        return remaining >= Math.Floor(_tokens - Refilled(permit, now)) - Blur && remaining <= _tokens + beside + Blur;
    }

    /// <summary>The tenant refused: everybody who shares the bucket waits.</summary>
    public void Refuse(RateHeaders? headers, double pause, double now)
    {
        Advance(now);
        if (headers is { Remaining: > 0 })
        {
            _refill.Slow(0.5);
        }

        _leastMargin = Math.Min(Margin, _leastMargin + 1);
        // Whether a refused request was charged is not known.
        _refill.Restart();
        _tokens = Math.Min(_tokens, 0);
        _own = Math.Min(_own, 0);
        _pausedUntil = Math.Max(_pausedUntil, now + pause);
    }

    // What may have come back between the charge and the answer.
    private double Refilled(Permit permit, double now) => _refill.PerSecond * (now - permit.SentAt);

    private void Advance(double now)
    {
        var passed = Math.Max(0, now - _at);
        _at = Math.Max(_at, now);
        _tokens = Math.Min(Limit, _tokens + (passed * _refill.PerSecond));
        _own = Math.Min(Math.Max(1, Limit * _share), _own + (passed * _refill.PerSecond * _share));
    }
}
