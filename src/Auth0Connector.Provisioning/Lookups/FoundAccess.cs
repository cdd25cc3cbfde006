using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>A change that names have led to.</summary>
/// <param name="Change">The change, by ids.</param>
/// <param name="Names">What the ids are called.</param>
/// <param name="IsUnverified">Whether the person was found by an address that the tenant does not know to be theirs.</param>
public sealed record FoundAccess(AccessChange Change, AccessNames Names, bool IsUnverified);
