using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>One step in the life of time-bound access.</summary>
internal sealed record LedgerLine
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>granting, granted, failed, kept, revoking, revoked or stuck.</summary>
    public required string Step { get; init; }

    public DateTimeOffset? Until { get; init; }

    public ChangeLine? Access { get; init; }

    public string? Why { get; init; }
}
