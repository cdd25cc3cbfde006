namespace Auth0Connector.AccessFile.Reading;

/// <summary>Which entitlements to read; what is null does not restrict.</summary>
public sealed record EntitlementFilter
{
    /// <summary>All of them.</summary>
    public static EntitlementFilter All { get; } = new();

    /// <summary>The type of the resource that owns it.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>The bare id of the resource that owns it; needs <see cref="ResourceTypeId"/>.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The id of the entitlement.</summary>
    public string? EntitlementId { get; init; }
}
