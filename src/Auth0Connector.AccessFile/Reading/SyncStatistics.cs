using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Row counts of a sync, in the JSON of the <c>stats</c> column: snake_case, zero members omitted (format section 3).</summary>
public sealed record SyncStatistics
{
    /// <summary>Resource types.</summary>
    public long ResourceTypes { get; init; }

    /// <summary>Resources of all types.</summary>
    public long Resources { get; init; }

    /// <summary>Entitlements.</summary>
    public long Entitlements { get; init; }

    /// <summary>Grants.</summary>
    public long Grants { get; init; }

    /// <summary>Assets.</summary>
    public long Assets { get; init; }

    /// <summary>Resources by type; every known type has an entry, also one with none.</summary>
    public IReadOnlyDictionary<string, long>? ResourcesByResourceType { get; init; }

    /// <summary>Grants by the resource type of their entitlement.</summary>
    public IReadOnlyDictionary<string, long>? GrantsByResourceType { get; init; }

    /// <summary>Entitlements by resource type.</summary>
    public IReadOnlyDictionary<string, long>? EntitlementsByResourceType { get; init; }

    /// <summary>Resources of one type.</summary>
    public long ResourcesOf(string resourceType) => ResourcesByResourceType?.GetValueOrDefault(resourceType) ?? 0;

    /// <summary>Entitlements on resources of one type.</summary>
    public long EntitlementsOf(string resourceType) => EntitlementsByResourceType?.GetValueOrDefault(resourceType) ?? 0;

    /// <summary>Grants of entitlements on resources of one type.</summary>
    public long GrantsOf(string resourceType) => GrantsByResourceType?.GetValueOrDefault(resourceType) ?? 0;

    /// <summary>The text of the <c>stats</c> column.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SyncStatisticsJson.Default.SyncStatistics);

    /// <summary>Reads a <c>stats</c> column; <see langword="null"/> where it is absent or garbage, as readers then count themselves.</summary>
    public static SyncStatistics? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, SyncStatisticsJson.Default.SyncStatistics);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SyncStatistics))]
internal sealed partial class SyncStatisticsJson : JsonSerializerContext;
