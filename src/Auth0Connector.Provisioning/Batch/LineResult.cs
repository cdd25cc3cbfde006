using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>What became of one line of a sheet.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Outcome">done, already so, not seen yet or failed.</param>
/// <param name="Why">Why it failed.</param>
public sealed record LineResult(int Line, string Outcome, string? Why = null)
{
    /// <summary>Whether it is as the line asks.</summary>
    public bool IsSo => Outcome is OutcomeWords.Done or OutcomeWords.AlreadySo or OutcomeWords.Planned;

    /// <summary>The change that the line names, with what became of it; <see langword="null"/> where it names none, or an earlier run made it.</summary>
    public ChangeResult? Result { get; init; }

    /// <summary>What the ids of the change are called.</summary>
    public AccessNames Names { get; init; } = AccessNames.None;

    /// <summary>Whether the person was found by an address that the tenant does not know to be theirs.</summary>
    public bool IsUnverified { get; init; }
}
