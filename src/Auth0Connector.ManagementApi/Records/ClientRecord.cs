using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>An application of <c>GET /clients</c> (API reference, section 4.7). Its secret and keys are never asked for.</summary>
public sealed record ClientRecord
{
    /// <summary>Id; <see langword="null"/> only in a broken answer.</summary>
    public string? ClientId { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>non_interactive</c> or <c>spa</c>; new values appear without notice.</summary>
    public string? AppType { get; init; }

    /// <summary>Whether the application is the tenant's own.</summary>
    public bool? IsFirstParty { get; init; }

    /// <summary>The OAuth grant types that it may use.</summary>
    [JsonConverter(typeof(LenientTextListConverter))]
    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>Whether people sign in through an organization: <c>deny</c>, <c>allow</c> or <c>require</c>.</summary>
    public string? OrganizationUsage { get; init; }

    /// <summary>How it proves who it is, such as <c>client_secret_post</c>.</summary>
    public string? TokenEndpointAuthMethod { get; init; }
}

/// <summary>What an application may ask of an API: <c>GET /client-grants</c> (API reference, section 4.7).</summary>
public sealed record ClientGrantRecord
{
    /// <summary>Id, such as <c>cgr_...</c>; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary>The application; absent where the grant is a default for a sort of applications.</summary>
    public string? ClientId { get; init; }

    /// <summary>Identifier of the API.</summary>
    public string? Audience { get; init; }

    /// <summary>The scopes; may be empty with <see cref="AllowAllScopes"/>.</summary>
    [JsonConverter(typeof(ScopeTextListConverter))]
    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary><c>client</c>: acting for itself; <c>user</c>: acting for somebody.</summary>
    public string? SubjectType { get; init; }

    /// <summary>Whether it holds inside organizations: <c>deny</c>, <c>allow</c> or <c>require</c>.</summary>
    public string? OrganizationUsage { get; init; }

    /// <summary>Whether any organization may be named.</summary>
    public bool? AllowAnyOrganization { get; init; }

    /// <summary>Every scope of the API, those of the future included.</summary>
    public bool? AllowAllScopes { get; init; }

    /// <summary>Such as <c>third_party_clients</c>, where the grant belongs to no single application.</summary>
    public string? DefaultFor { get; init; }
}
