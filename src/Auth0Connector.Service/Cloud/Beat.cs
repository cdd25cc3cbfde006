namespace Auth0Connector.Service.Cloud;

/// <summary>What a heartbeat was answered.</summary>
/// <param name="Next">When the next is due: 1 second to 5 minutes, 30 seconds where the cloud does not say.</param>
/// <param name="Cancelled">The task is no longer wanted.</param>
public sealed record Beat(TimeSpan Next, bool Cancelled);
