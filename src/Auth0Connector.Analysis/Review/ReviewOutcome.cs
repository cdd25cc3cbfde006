namespace Auth0Connector.Analysis.Review;

/// <summary>What would become of a decision to revoke.</summary>
/// <param name="Line">The line of the sheet.</param>
/// <param name="State"><c>revoke</c>, <c>inherited</c> or <c>gone</c>.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">The person's name.</param>
/// <param name="EntitlementId">What.</param>
/// <param name="Access">The same in words.</param>
/// <param name="Action">What would be done, or why nothing would be.</param>
public sealed record ReviewOutcome(int Line, string State, string PersonId, string Name, string EntitlementId, string Access, string Action);
