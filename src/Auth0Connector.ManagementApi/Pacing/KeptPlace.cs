namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// One worker's place among the requests on their way: with it an answer goes on counting until what it brought is safe,
/// so that no more answers can be lost at a time than requests may travel.
/// </summary>
public sealed class KeptPlace : IDisposable
{
    private readonly Governor _governor;

    internal KeptPlace(Governor governor) => _governor = governor;

    /// <summary>Whether an answer counts by it. Touched under the governor's lock alone.</summary>
    internal bool IsTaken { get; set; }

    /// <summary>Whether nobody keeps answers by it any more. Touched under the governor's lock alone.</summary>
    internal bool IsEnded { get; set; }

    /// <summary>Frees the place: what the last answer brought is safe.</summary>
    public void Free() => _governor.Free(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _governor.Forget(this);
        Free();
    }
}
