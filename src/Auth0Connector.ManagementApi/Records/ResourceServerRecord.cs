using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>An API of <c>GET /resource-servers</c> (API reference, section 4.7). Its signing secret is never read.</summary>
public sealed record ResourceServerRecord
{
    /// <summary>Id, 24 hex digits; <see langword="null"/> only in a broken answer.</summary>
    public string? Id { get; init; }

    /// <summary>The audience, such as <c>https://api.example/</c>.</summary>
    public string? Identifier { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Every scope that the API knows; absent when it has none.</summary>
    [JsonConverter(typeof(ApiScopeListConverter))]
    public IReadOnlyList<ApiScopeRecord>? Scopes { get; init; }
}

/// <summary>A scope of an API.</summary>
public sealed record ApiScopeRecord
{
    /// <summary>The scope itself, such as <c>read:invoices</c>.</summary>
    public string? Value { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }
}
