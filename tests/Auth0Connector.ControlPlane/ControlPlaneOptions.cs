namespace Auth0Connector.ControlPlane;

/// <summary>How the cloud for tests is started.</summary>
public sealed record ControlPlaneOptions
{
    /// <summary>The host in the client id; nothing: where the server listens, with its port. The certificate is valid for it too.</summary>
    public string? IdHost { get; init; }

    /// <summary>The name in the client id, before the <c>@</c>.</summary>
    public string IdName { get; init; } = "swift-otter-12345";

    /// <summary>The kid of the secret's JWK; most have none.</summary>
    public string? KeyId { get; init; }

    /// <summary>How long tokens hold at first.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What answers say of the next poll at first; nothing is said where it is zero.</summary>
    public TimeSpan NextPoll { get; init; } = TimeSpan.Zero;

    /// <summary>What answers say of the next heartbeat at first; nothing is said where it is zero, which means 30 s.</summary>
    public TimeSpan NextHeartbeat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How soon after an answer without a task the next poll may come.</summary>
    public TimeSpan PollFloor { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether all calls must name the same host.</summary>
    public bool OneHost { get; init; } = true;

    /// <summary>How long each wait of a test lasts at most.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock of tokens, assertions, polls and heartbeats; intervals are measured on its monotonic part.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
