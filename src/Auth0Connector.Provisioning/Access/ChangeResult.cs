using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Access;

/// <summary>A change and what became of it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="RequestId">The tenant's number of the request, where it said one.</param>
/// <param name="Why">Why it failed.</param>
public sealed record ChangeResult(AccessChange Change, ChangeOutcome Outcome, string? RequestId = null, string? Why = null)
{
    /// <summary>Whether it is now as asked for.</summary>
    public bool IsSo => Outcome is ChangeOutcome.Done or ChangeOutcome.AlreadySo;

    /// <summary>The tenant's refusal, where it failed for one.</summary>
    public ManagementApiException? Refusal { get; init; }

    /// <summary>The request that would be sent; several changes may travel in one.</summary>
    public PlannedRequest? Request { get; init; }
}
