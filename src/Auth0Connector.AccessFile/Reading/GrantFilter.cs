namespace Auth0Connector.AccessFile.Reading;

/// <summary>Which grants to read; what is null does not restrict.</summary>
public sealed record GrantFilter
{
    /// <summary>All of them.</summary>
    public static GrantFilter All { get; } = new();

    /// <summary>The type of the resource that owns the entitlement.</summary>
    public string? ResourceTypeId { get; init; }

    /// <summary>The bare id of the resource that owns the entitlement; needs <see cref="ResourceTypeId"/>.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The entitlement that is held.</summary>
    public string? EntitlementId { get; init; }

    /// <summary>The type of who holds it.</summary>
    public string? PrincipalTypeId { get; init; }

    /// <summary>The bare id of who holds it; needs <see cref="PrincipalTypeId"/>.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>
    /// Only grants that pass something on; in a sync whose grants were never backfilled all rows come, and
    /// <see cref="GrantRow.Expandable"/> decides.
    /// </summary>
    public bool IsExpandable { get; init; }
}
