namespace Auth0Connector.ControlPlane.Rules;

/// <summary>How soon a connector may ask again: measured from answered to asked, so that the line's time counts for it.</summary>
internal sealed class PollRules(TimeSpan floor)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private bool _greeted;
    private (TimeSpan At, TimeSpan Wait)? _answered;

    /// <summary>A connector said Hello at its start: whatever was before was another process.</summary>
    public void Greeted()
    {
        lock (_lock)
        {
            _greeted = true;
            _answered = null;
        }
    }

    /// <summary>The last answer may not have arrived.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _answered = null;
        }
    }

    public void Asked(RuleCheck check, TimeSpan now)
    {
        lock (_lock)
        {
            check.Demand(_greeted, "Hello comes before the first poll");
            if (_answered is { } last)
            {
                var waited = now - last.At;
                check.Demand(
                    waited >= last.Wait - Tolerance,
                    $"a poll comes no sooner than {last.Wait.TotalSeconds:0.###} s after the last answer, not after {waited.TotalSeconds:0.###} s");
            }

            _answered = null;
        }
    }

    public void Answered(TimeSpan now, TimeSpan nextPoll, bool empty)
    {
        var wait = nextPoll < TimeSpan.Zero ? TimeSpan.Zero : nextPoll > MaxWait ? MaxWait : nextPoll;
        lock (_lock)
        {
            _answered = (now, empty && wait < floor ? floor : wait);
        }
    }
}
