using System.Text.Json;
using Auth0Connector.AccessFile.Format;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// The counts of one sync as the ecosystem stores them (format section 3, stats): readers print a stored value as it is,
/// so it must be exact. Zero members are omitted, maps are sorted.
/// </summary>
public sealed record SyncStatistics
{
    /// <summary>Number of resource types.</summary>
    public long ResourceTypes { get; init; }

    /// <summary>Number of resources.</summary>
    public long Resources { get; init; }

    /// <summary>Number of entitlements.</summary>
    public long Entitlements { get; init; }

    /// <summary>Number of grants.</summary>
    public long Grants { get; init; }

    /// <summary>Number of assets.</summary>
    public long Assets { get; init; }

    /// <summary>Resources by their type; every known type has an entry, also with 0.</summary>
    public IReadOnlyDictionary<string, long>? ResourcesByResourceType { get; init; }

    /// <summary>Grants by the type of the entitlement's resource.</summary>
    public IReadOnlyDictionary<string, long>? GrantsByResourceType { get; init; }

    /// <summary>Entitlements by the type of their resource.</summary>
    public IReadOnlyDictionary<string, long>? EntitlementsByResourceType { get; init; }

    /// <summary>The JSON for the stats column.</summary>
    public string ToJson()
    {
        var ordered = this with
        {
            ResourcesByResourceType = Order(ResourcesByResourceType),
            GrantsByResourceType = Order(GrantsByResourceType),
            EntitlementsByResourceType = Order(EntitlementsByResourceType),
        };
        return JsonSerializer.Serialize(ordered, StatisticsJsonContext.Default.SyncStatistics);
    }

    /// <summary>Reads the stats column; null for NULL or garbage, which readers compute anew.</summary>
    public static SyncStatistics? FromJson(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, StatisticsJsonContext.Default.SyncStatistics);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SortedDictionary<string, long>? Order(IReadOnlyDictionary<string, long>? counts)
    {
        if (counts is null || counts.Count == 0)
        {
            return null;
        }

        var ordered = new SortedDictionary<string, long>(Utf8Order.Instance);
        foreach (var (name, count) in counts)
        {
            ordered[name] = count;
        }

        return ordered;
    }
}
