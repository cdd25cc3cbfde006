namespace Auth0Connector.ManagementApi.Http;

/// <summary>After a 429 everybody waits, not only the request that was refused.</summary>
internal sealed class RefusalPause(TimeProvider clock)
{
    private long _until;

    public void Extend(TimeSpan pause)
    {
        var until = (clock.GetUtcNow() + pause).UtcTicks;
        var seen = Interlocked.Read(ref _until);
        while (until > seen)
        {
            var before = Interlocked.CompareExchange(ref _until, until, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = TimeSpan.FromTicks(Interlocked.Read(ref _until) - clock.GetUtcNow().UtcTicks);
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(left, clock, cancellationToken);
        }
    }
}
