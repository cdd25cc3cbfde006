using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Journal;

/// <summary>One line of the journal: who did what, when, and what became of it.</summary>
internal sealed record JournalLine : IRecordLine
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

    public string? Reason { get; init; }

    public string? Ticket { get; init; }

    public string? RequestedBy { get; init; }

    public string? Fault() =>
        Action.Length == 0 || Outcome.Length == 0 ? "says neither what was done nor what became of it" : null;
}
