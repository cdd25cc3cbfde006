using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>A scope held by a role or a user (API reference, section 4.4); identified by API and scope together.</summary>
public sealed record PermissionRecord
{
    /// <summary>Identifier of the API; <see langword="null"/> only in a broken answer.</summary>
    public string? ResourceServerIdentifier { get; init; }

    /// <summary>Name of the API.</summary>
    public string? ResourceServerName { get; init; }

    /// <summary>The scope; <see langword="null"/> only in a broken answer.</summary>
    public string? PermissionName { get; init; }

    /// <summary>API and scope as one text, to tell permissions apart; <see langword="null"/> in a broken answer.</summary>
    [JsonIgnore]
    internal string? Key => ResourceServerIdentifier is null || PermissionName is null ? null : $"{ResourceServerIdentifier}\n{PermissionName}";

    /// <summary>Where a user has it from; <see langword="null"/> where the answer does not say.</summary>
    [JsonConverter(typeof(PermissionSourceListConverter))]
    public IReadOnlyList<PermissionSource>? Sources { get; init; }

    /// <summary>
    /// Whether a user holds it directly. The tenant lists what comes through roles as well, told apart by the sources;
    /// where none is named it counts as direct, since leaving access out would be worse.
    /// </summary>
    [JsonIgnore]
    public bool IsDirect =>
        Sources is not { Count: > 0 } sources
        || sources.Any(static source => string.Equals(source.SourceType, PermissionSource.Direct, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Where a user has a permission from.</summary>
public sealed record PermissionSource
{
    internal const string Direct = "DIRECT";

    /// <summary><c>DIRECT</c> or <c>ROLE</c>.</summary>
    public string? SourceType { get; init; }
}
