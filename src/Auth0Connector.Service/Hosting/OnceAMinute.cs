namespace Auth0Connector.Service.Hosting;

/// <summary>What goes on for long is said at once, and then once a minute.</summary>
internal sealed class OnceAMinute(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private long? _said;

    public bool IsDue()
    {
        if (_said is { } said && clock.GetElapsedTime(said) < Pause)
        {
            return false;
        }

        _said = clock.GetTimestamp();
        return true;
    }
}
