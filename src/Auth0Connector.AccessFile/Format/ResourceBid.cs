namespace Auth0Connector.AccessFile.Format;

/// <summary>What the bid of a resource names; the parent is optional.</summary>
public readonly record struct ResourceBid(
    string ResourceTypeId,
    string ResourceId,
    string? ParentTypeId = null,
    string? ParentId = null);
