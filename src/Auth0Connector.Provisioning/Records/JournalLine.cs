namespace Auth0Connector.Provisioning.Records;

/// <summary>One line of the journal: who did what, when, and what became of it.</summary>
internal sealed record JournalLine
{
    public required DateTimeOffset At { get; init; }

    public required string Tenant { get; init; }

    /// <summary>The application that acts.</summary>
    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string Outcome { get; init; }

    public ChangeLine? Access { get; init; }

    public string? Account { get; init; }

    public string? RequestId { get; init; }

    public string? Why { get; init; }
}
