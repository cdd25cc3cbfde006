namespace Auth0Connector.AccessFile.Reading;

/// <summary>Which resources to read; what is null does not restrict.</summary>
public sealed record ResourceFilter
{
    /// <summary>All of them.</summary>
    public static ResourceFilter All { get; } = new();

    /// <summary>The type of the resource.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>The bare id; needs <see cref="ResourceTypeId"/>.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The type of the parent.</summary>
    public string? ParentResourceTypeId { get; init; }

    /// <summary>The bare id of the parent; needs <see cref="ParentResourceTypeId"/>.</summary>
    public string? ParentResourceId { get; init; }
}
