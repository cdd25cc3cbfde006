namespace Auth0Connector.ManagementApi.Records;

/// <summary>A group of <c>GET /groups</c> (API reference, section 4.6).</summary>
public sealed record GroupRecord
{
    /// <summary>Id, such as <c>grp_...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Id in the directory that the group comes from.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The connection that the group comes from, for groups of a connection.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>The organization that the group belongs to, for groups of an organization.</summary>
    public string? OrganizationId { get; init; }
}

/// <summary>A member of <c>GET /groups/{id}/members</c>; groups nest.</summary>
public sealed record GroupMemberRecord
{
    /// <summary>Id of the user or group; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary><c>user</c> or <c>group</c>.</summary>
    public string? MemberType { get; init; }
}
