using System.Text.Json;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Analysis.Json;

/// <summary>Runs and statistics in the JSON of the ecosystem's reader.</summary>
public static class SyncJson
{
    /// <summary>The fields of a run, with statistics where they are given.</summary>
    public static void Write(Utf8JsonWriter json, SyncRun sync, SyncStatistics? statistics = null)
    {
        json.Text("id", sync.SyncId);
        json.Text("startedAt", JsonTime.OfDatabase(sync.StartedAtText) ?? string.Empty);
        json.Text("endedAt", JsonTime.OfDatabase(sync.EndedAtText) ?? string.Empty);
        json.Text("syncToken", sync.SyncToken);
        json.Text("syncType", sync.SyncType);
        json.Text("parentSyncId", sync.ParentSyncId);
        json.Message("stats", statistics, Write);
    }

    private static void Write(Utf8JsonWriter json, SyncStatistics statistics)
    {
        json.Long("resourceTypes", statistics.ResourceTypes);
        json.Long("resources", statistics.Resources);
        json.Long("entitlements", statistics.Entitlements);
        json.Long("grants", statistics.Grants);
        json.Long("assets", statistics.Assets);
        Counts(json, "resourcesByResourceType", statistics.ResourcesByResourceType);
        Counts(json, "entitlementsByResourceType", statistics.EntitlementsByResourceType);
        Counts(json, "grantsByResourceType", statistics.GrantsByResourceType);
    }

    private static void Counts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long>? counts)
    {
        if (counts is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (type, count) in counts)
        {
            json.WriteString(type, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
