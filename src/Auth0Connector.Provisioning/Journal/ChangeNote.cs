namespace Auth0Connector.Provisioning.Journal;

/// <summary>What a person says about a change, for whoever asks later.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Ticket">Number of the ticket that asks for it.</param>
/// <param name="RequestedBy">Who asked for it.</param>
public sealed record ChangeNote(string? Reason = null, string? Ticket = null, string? RequestedBy = null)
{
    /// <summary>Nothing was said.</summary>
    public static ChangeNote None { get; } = new();
}
