namespace Auth0Connector.Service.Cloud;

/// <summary>How it stands with ConductorOne, as the last calls showed it.</summary>
/// <param name="IsWell">The last call was answered.</param>
/// <param name="LastSuccess">When a call was last answered.</param>
/// <param name="LastFailure">When one last failed.</param>
/// <param name="Failure">What the last failure said; stays when a later call is answered.</param>
public sealed record CloudState(bool IsWell, DateTimeOffset? LastSuccess, DateTimeOffset? LastFailure, string? Failure)
{
    /// <summary>Before the first call.</summary>
    public static readonly CloudState Unasked = new(IsWell: false, LastSuccess: null, LastFailure: null, Failure: null);
}
