namespace Auth0Connector.ManagementApi.Records;

/// <summary>A role of <c>GET /roles</c> (API reference, section 4.4).</summary>
public sealed record RoleRecord
{
    /// <summary>Id, such as <c>rol_...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>tenant</c> or <c>organization</c>, where the answer says.</summary>
    public string? Type { get; init; }

    /// <summary>The organization that owns the role, for <c>organization</c> roles.</summary>
    public string? OwnerId { get; init; }
}

/// <summary>A role named inside another record, such as an organization's member.</summary>
public sealed record RoleReference
{
    /// <summary>Id of the role.</summary>
    public string? Id { get; init; }

    /// <summary>Name of the role.</summary>
    public string? Name { get; init; }
}
