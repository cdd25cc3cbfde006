using System.Text.Json;
using Auth0Connector.Analysis.Coverage;
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
        WriteNotRead(json, found.Model.Coverage);
        WriteNotAsked(json, found.NotAsked);
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

    /// <summary>What the file does not hold.</summary>
    public static void WriteNotRead(Utf8JsonWriter json, FileCoverage coverage)
    {
        json.WriteStartArray("notRead");
        foreach (var lack in coverage.NotRead)
        {
            json.WriteStartObject();
            json.WriteString("what", lack.What);
            json.WriteString("reason", lack.Reason);
            json.WriteString("remedy", lack.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The rules that had no answer, or not all of it.</summary>
    public static void WriteNotAsked(Utf8JsonWriter json, IReadOnlyList<NotAsked> notAsked)
    {
        json.WriteStartArray("notAsked");
        foreach (var rule in notAsked)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule.Id);
            json.WriteString("title", rule.Rule.Title);
            json.WriteBoolean("partly", rule.IsPartly);
            json.WriteString("reason", rule.Reason);
            json.WriteString("remedy", rule.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A severity as a word.</summary>
    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
