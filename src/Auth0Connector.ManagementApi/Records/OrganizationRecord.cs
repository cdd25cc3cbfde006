using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>An organization of <c>GET /organizations</c> (API reference, section 4.5).</summary>
public sealed record OrganizationRecord
{
    /// <summary>Id, such as <c>org_...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary>Name: a lower-case slug, unique in the tenant.</summary>
    public string? Name { get; init; }

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>Somebody in <c>/roles/{id}/users</c> or <c>/organizations/{id}/members</c>.</summary>
public sealed record MemberRecord
{
    /// <summary>Id of the user; <see langword="null"/> only in a broken answer.</summary>
    public string? UserId { get; init; }

    /// <summary>Roles held inside the organization; <see langword="null"/> where the answer does not say.</summary>
    [JsonConverter(typeof(RoleReferenceListConverter))]
    public IReadOnlyList<RoleReference>? Roles { get; init; }

    /// <summary>Whether the roles are null: none, where others on the page have a list; otherwise the answer may leave them out.</summary>
    [JsonIgnore]
    public bool HasNullRoles => ReferenceEquals(Roles, RoleReferenceListConverter.NullList);
}

/// <summary>A connection of <c>GET /organizations/{id}/enabled_connections</c> (API reference, section 4.5).</summary>
public sealed record EnabledConnectionRecord
{
    /// <summary>Id of the connection, such as <c>con_...</c>.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>Whether anybody who signs in there becomes a member.</summary>
    public bool? AssignMembershipOnLogin { get; init; }

    /// <summary>The connection itself.</summary>
    [JsonConverter(typeof(ConnectionReferenceConverter))]
    public ConnectionReference? Connection { get; init; }
}

/// <summary>A connection named inside another record.</summary>
public sealed record ConnectionReference
{
    /// <summary>Name of the connection.</summary>
    public string? Name { get; init; }
}
