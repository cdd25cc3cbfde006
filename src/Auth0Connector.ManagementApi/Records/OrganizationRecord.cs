using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

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

    /// <summary>Roles held inside the organization, where they were asked for.</summary>
    [JsonConverter(typeof(RoleReferenceListConverter))]
    public IReadOnlyList<RoleReference> Roles { get; init; } = [];
}
