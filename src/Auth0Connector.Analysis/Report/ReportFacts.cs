using System.Text.Json;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Report;

/// <summary>What the page says before any person: whose tenant, when, the proof, the findings, what changed.</summary>
internal static class ReportFacts
{
    public static void Write(Utf8JsonWriter json, ReportContent content)
    {
        WriteMeta(json, content);
        WriteProof(json, content.Proof);
        json.WriteStartObject("privileged");
        json.WriteString("words", content.PrivilegeWords);
        json.WriteEndObject();
        WriteSyncs(json, content);
        WriteChanges(json, content.Changes);
        json.WriteStartArray("findings");
        foreach (var finding in content.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
    }

    private static void WriteMeta(Utf8JsonWriter json, ReportContent content)
    {
        var proof = content.Proof.Proof;
        json.WriteStartObject("meta");
        json.WriteString("tenant", proof?.Source ?? content.FileName);
        json.WriteString("syncId", content.Model.Sync.SyncId);
        json.WriteNumber("endedAt", content.Model.At.ToUnixTimeSeconds());
        json.WriteString("clientId", proof?.ClientId);
        json.WriteString("program", proof?.Program);
        json.WriteEndObject();
    }

    private static void WriteProof(Utf8JsonWriter json, ReportProof proof)
    {
        json.WriteStartObject("proof");
        json.WriteString("state", proof.State);
        json.WriteString("words", proof.Words);
        json.WriteStartArray("collections");
        foreach (var collection in proof.Proof?.Collections ?? [])
        {
            WriteCollection(json, collection);
        }

        json.WriteEndArray();
        json.WriteStartArray("skipped");
        foreach (var skip in proof.Proof?.Skipped ?? [])
        {
            json.WriteStartObject();
            json.WriteString("what", skip.What);
            json.WriteString("why", skip.Why.TrimEnd('.'));
            json.WriteString("remedy", skip.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("settings");
        foreach (var (name, value) in proof.Proof?.Settings ?? new Dictionary<string, string>())
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCollection(Utf8JsonWriter json, CollectionProof collection)
    {
        json.WriteStartObject();
        json.WriteString("name", collection.Collection);
        json.WriteString("method", collection.Method);
        json.WriteNumber("lists", collection.Lists);
        if (collection.Expected is { } expected)
        {
            json.WriteNumber("expected", expected);
        }
        else
        {
            json.WriteNull("expected");
        }

        json.WriteNumber("received", collection.Received);
        json.WriteNumber("rows", collection.Rows);
        json.WriteBoolean("whole", collection.Whole);
        json.WriteEndObject();
    }

    private static void WriteSyncs(Utf8JsonWriter json, ReportContent content)
    {
        json.WriteStartArray("syncs");
        foreach (var figures in content.Syncs)
        {
            json.WriteStartObject();
            json.WriteNumber("at", figures.Sync.EndedAt?.ToUnixTimeSeconds() ?? 0);
            json.WriteNumber("people", figures.ByType.GetValueOrDefault(ResourceTypeNames.User));
            json.WriteStartObject("kinds");
            foreach (var (type, count) in figures.ByType)
            {
                json.WriteNumber(type == ResourceTypeNames.Scope ? "permission" : type, count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter json, ReportChanges? changes)
    {
        if (changes is null)
        {
            json.WriteNull("changes");
            return;
        }

        json.WriteStartObject("changes");
        json.WriteNumber("at", changes.At?.ToUnixTimeSeconds() ?? 0);
        json.WriteStartArray("counts");
        foreach (var (name, added, removed, changed) in changes.Counts)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("added", added);
            json.WriteNumber("removed", removed);
            json.WriteNumber("changed", changed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in changes.Rows)
        {
            WriteTexts(json, row.Kind.ToString().ToLowerInvariant(), row.TypeId == ResourceTypeNames.Scope ? "permission" : row.TypeId, row.Id, row.Name, row.Text);
        }

        json.WriteEndArray();
        json.WriteNumber("omitted", changes.Omitted);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Rule.Id);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("words", finding.Words);
        json.WriteString("why", finding.Rule.Why);
        json.WriteString("remedy", finding.Rule.Remedy);
        json.WriteStartArray("rows");
        foreach (var row in finding.Rows)
        {
            json.WriteStartArray();
            json.WriteStringValue(row.TypeId);
            json.WriteStringValue(row.Id);
            json.WriteStringValue(row.Name);
            json.WriteStringValue(row.Email);
            json.WriteStringValue(row.Detail);
            json.WriteNumberValue(row.Person ?? -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
