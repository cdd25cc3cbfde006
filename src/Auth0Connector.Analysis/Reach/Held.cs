namespace Auth0Connector.Analysis.Reach;

/// <summary>Something that can be held: an entitlement and the resource it is on, by their columns.</summary>
public sealed record Held(string EntitlementId, string TypeId, string ResourceId);
