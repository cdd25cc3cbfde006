namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// How fast a bucket refills, from two sightings of what remains in it: each is exact to one token, and requests on their
/// way make the count uncertain, so the truth lies in an interval that narrows with time. The estimate stays where it is
/// until the interval excludes it.
/// </summary>
internal sealed class RefillEstimate(double firstGuess)
{
    // Long enough for some percent of exactness at one request a second, short enough to follow a tenant's day.
    private const double LongestWindow = 60;

    // No bucket is known to take longer to fill; a slower estimate is a miscount.
    private const double SlowestFilling = 60;

    private Sighting? _anchor;
    private double _low;
    private double _high = double.PositiveInfinity;

    /// <summary>Tokens a second.</summary>
    public double PerSecond { get; private set; } = firstGuess;

    /// <summary>The bucket may have been full in between: a full bucket shows no refill.</summary>
    public void Restart()
    {
        _anchor = null;
        _low = 0;
        _high = double.PositiveInfinity;
    }

    /// <summary>A refusal that the remaining tokens did not announce: some other limit is slower.</summary>
    public void Slow(double factor)
    {
        PerSecond *= factor;
        Restart();
    }

    public void See(in Sighting seen, int limit)
    {
        if (_anchor is not { } anchor || seen.Remaining >= limit - 1 || seen.AnsweredAt - anchor.AnsweredAt > LongestWindow)
        {
            Restart();
            _anchor = seen;
            return;
        }

        // Certainly and possibly charged between the two.
        var fewest = seen.AnsweredBefore + 1 - anchor.SentAtAnswer;
        var most = seen.SentAtAnswer - (anchor.AnsweredBefore + 1);
        var longest = seen.AnsweredAt - anchor.SentAt;
        var shortest = seen.SentAt - anchor.AnsweredAt;
        if (longest > 0)
        {
            _low = Math.Max(_low, (seen.Remaining - (anchor.Remaining + 1) + fewest) / longest);
        }

        if (shortest > 0)
        {
            _high = Math.Min(_high, (seen.Remaining + 1 - anchor.Remaining + most) / shortest);
        }

        if (seen.Doubt < anchor.Doubt)
        {
            // A better place to count from; what was found so far still holds.
            _anchor = seen;
        }

        if (_low > _high)
        {
            // Somebody else uses the bucket as well, and began or stopped meanwhile.
            Restart();
            _anchor = seen;
            return;
        }

        PerSecond = Math.Max(Math.Clamp(PerSecond, _low, _high), limit / SlowestFilling);
    }

    /// <summary>What one answer told, and how sure the count of charges before it is.</summary>
    internal readonly record struct Sighting(
        double SentAt, double AnsweredAt, long AnsweredBefore, long SentAtAnswer, int Remaining)
    {
        /// <summary>Requests of which it is not known whether they were charged before or after this one.</summary>
        public long Doubt => SentAtAnswer - AnsweredBefore - 1;
    }
}
