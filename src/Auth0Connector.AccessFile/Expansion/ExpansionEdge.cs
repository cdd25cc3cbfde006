namespace Auth0Connector.AccessFile.Expansion;

/// <summary>Everyone who holds the source also holds the target.</summary>
public readonly record struct ExpansionEdge(string SourceEntitlementId, string TargetEntitlementId);
