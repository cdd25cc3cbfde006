using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>The entitlement that a step hands out: its columns and the full stored message.</summary>
internal sealed record ExpansionTarget(string Id, string ResourceTypeId, string ResourceId, Entitlement Message);
