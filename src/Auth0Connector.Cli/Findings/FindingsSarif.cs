using System.Text.Json;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Findings;

/// <summary>Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), one result for each row.</summary>
internal static class FindingsSarif
{
    public static void Write(Utf8JsonWriter json, OpenedFindings found)
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "auth0-connector");
        json.WriteString("version", ProgramVersion.Text);
        json.WriteStartArray("rules");
        foreach (var finding in found.Findings)
        {
            WriteRule(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        WriteNotAsked(json, found);
        json.WriteStartArray("results");
        for (var index = 0; index < found.Findings.Count; index++)
        {
            foreach (var row in found.Findings[index].Rows)
            {
                WriteResult(json, found.Findings[index], index, row);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Rule.Id);
        WriteText(json, "shortDescription", finding.Rule.Title);
        WriteText(json, "fullDescription", finding.Words);
        WriteText(json, "help", $"{finding.Rule.Why} {finding.Rule.Remedy}");
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(finding.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Finding finding, int index, FindingRow row)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", index);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", $"{row.Name}: {row.Detail}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", row.Name);
        json.WriteString("fullyQualifiedName", $"{row.TypeId}:{row.Id}");
        json.WriteString("kind", row.TypeId);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("access/v1", $"{finding.Rule.Id}:{row.TypeId}:{row.Id}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A run that says nothing of a rule would be taken for one that met nothing.
    private static void WriteNotAsked(Utf8JsonWriter json, OpenedFindings found)
    {
        if (found.NotAsked.Count == 0 && found.Model.Coverage.NotRead.Count == 0)
        {
            return;
        }

        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var rule in found.NotAsked)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText(json, "message", $"{(rule.IsPartly ? "Asked only of what was read" : "Not asked")}: {rule.Reason}. {rule.Remedy}");
            json.WriteStartObject("associatedRule");
            json.WriteString("id", rule.Rule.Id);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("properties");
        FindingsJson.WriteNotRead(json, found.Model.Coverage);
        FindingsJson.WriteNotAsked(json, found.NotAsked);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch { Severity.High => "error", Severity.Medium => "warning", _ => "note" };
}
