using Auth0Connector.Provisioning.Changes;

namespace Auth0Connector.Provisioning.Ledger;

/// <summary>Access that ends by itself.</summary>
/// <param name="Id">Its number in the ledger.</param>
/// <param name="Grant">What was granted.</param>
/// <param name="Until">When it ends.</param>
public sealed record TimedAccess(string Id, AccessChange Grant, DateTimeOffset Until);
