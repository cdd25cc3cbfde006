using System.Text.Json;
using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Cli.Look;

namespace Auth0Connector.Cli.Diff;

/// <summary>One change a line, as a JSON object of our own; documented in docs/looking.md: add, never rename.</summary>
internal static class DiffLines
{
    /// <summary>Writes one change.</summary>
    public static void Write(Utf8JsonWriter json, Difference change)
    {
        json.WriteString("change", change.Kind switch { RowChange.Added => "added", RowChange.Removed => "removed", _ => "changed" });
        switch (change)
        {
            case ResourceDifference resource:
                json.WriteString("kind", "resource");
                Resource(json, "resource", resource.Resource);
                break;
            case EntitlementDifference entitlement:
                json.WriteString("kind", "entitlement");
                Entitlement(json, entitlement.Entitlement);
                Resource(json, "resource", entitlement.Resource);
                break;
            case GrantDifference grant:
                json.WriteString("kind", "grant");
                json.WriteString("id", grant.Grant.Id);
                Resource(json, "principal", grant.Principal);
                Entitlement(json, grant.Entitlement);
                Resource(json, "resource", grant.Resource);
                break;
            default:
                throw new InvalidOperationException($"no JSON for {change.GetType().Name}");
        }

        if (change.Kind == RowChange.Changed)
        {
            Fields(json, change.Fields);
        }
    }

    private static void Fields(Utf8JsonWriter json, IReadOnlyList<FieldDifference> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("before", field.Before);
            json.WriteString("after", field.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Entitlement(Utf8JsonWriter json, Entitlement entitlement)
    {
        json.WriteStartObject("entitlement");
        json.WriteString("id", entitlement.Id);
        json.WriteString("slug", entitlement.Slug);
        json.WriteString("displayName", entitlement.DisplayName);
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, string name, Resource resource)
    {
        json.WriteStartObject(name);
        ThingJson.Write(json, resource);
        json.WriteEndObject();
    }
}
