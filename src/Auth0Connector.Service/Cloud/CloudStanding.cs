namespace Auth0Connector.Service.Cloud;

/// <summary>Keeps the <see cref="CloudState"/> while calls run side by side.</summary>
internal sealed class CloudStanding(TimeProvider clock)
{
    private readonly Lock _gate = new();

    public CloudState State
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        private set;
    } = CloudState.Unasked;

    public void Succeeded()
    {
        lock (_gate)
        {
            State = State with { IsWell = true, LastSuccess = clock.GetUtcNow() };
        }
    }

    public void Failed(CloudException failure)
    {
        lock (_gate)
        {
            State = State with { IsWell = false, LastFailure = clock.GetUtcNow(), Failure = failure.Message };
        }
    }
}
