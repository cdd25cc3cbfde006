using System.Text.Json;
using Auth0Connector.Analysis.Findings;

namespace Auth0Connector.Cli.Findings;

/// <summary>Findings as JSON (docs/report.md).</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter json, OpenedFindings found)
    {
        json.WriteString("sync", found.Model.Sync.SyncId);
        json.WriteString("at", found.Model.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("privileged", found.Options.Privileged.Words);
        json.WriteStartArray("findings");
        foreach (var finding in found.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("title", finding.Rule.Title);
            json.WriteString("severity", Word(finding.Severity));
            json.WriteString("words", finding.Words);
            json.WriteString("why", finding.Rule.Why);
            json.WriteString("remedy", finding.Rule.Remedy);
            json.WriteStartArray("rows");
            foreach (var row in finding.Rows)
            {
                json.WriteStartObject();
                json.WriteString("resourceType", row.TypeId);
                json.WriteString("id", row.Id);
                json.WriteString("displayName", row.Name);
                json.WriteString("email", row.Email);
                json.WriteString("detail", row.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A severity as a word.</summary>
    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
