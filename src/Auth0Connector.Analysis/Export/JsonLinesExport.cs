using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Tables.JsonLines;

namespace Auth0Connector.Analysis.Export;

/// <summary>A sync as JSON lines: each row with its kind and its message in the ecosystem's JSON.</summary>
public static class JsonLinesExport
{
    /// <summary>Writes everything in a sync.</summary>
    public static long Write(Stream target, AccessList list, Action<long> tell, CancellationToken cancellationToken)
    {
        using var lines = new JsonLinesOutput(target, tell);
        foreach (var type in list.ResourceTypes(cancellationToken))
        {
            lines.Add(json => json.Message("resourceType", type, MessageJson.Write), "resourceType");
        }

        foreach (var row in list.Reader.ReadResources(list.Sync, ResourceFilter.All, cancellationToken))
        {
            lines.Add(json => json.Message("resource", row.Message, MessageJson.Write), "resource");
        }

        foreach (var row in list.Reader.ReadEntitlements(list.Sync, EntitlementFilter.All, cancellationToken))
        {
            lines.Add(json => json.Message("entitlement", row.Message, MessageJson.Write), "entitlement");
        }

        foreach (var row in list.Reader.ReadGrants(list.Sync, GrantFilter.All, cancellationToken))
        {
            lines.Add(
                json =>
                {
                    json.Message("grant", row.Message, MessageJson.Write);
                    ExpandableJson.WriteBeside(json, row.Expandable);
                },
                "grant");
        }

        return lines.Count;
    }
}
