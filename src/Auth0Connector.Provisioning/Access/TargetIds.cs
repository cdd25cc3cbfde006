namespace Auth0Connector.Provisioning.Access;

/// <summary>The ids that a target is made of: as journals and ledgers write it down, and as a person names it.</summary>
/// <param name="Role">A role.</param>
/// <param name="Organization">An organization.</param>
/// <param name="Api">The identifier of an API.</param>
/// <param name="Scope">A scope of that API.</param>
public sealed record TargetIds(string? Role = null, string? Organization = null, string? Api = null, string? Scope = null);
