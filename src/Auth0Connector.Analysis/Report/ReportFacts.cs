using System.Text.Json;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Analysis.Report;

/// <summary>What the page says before any person: whose tenant, when, the proof, the findings, what changed.</summary>
internal static class ReportFacts
{
    public static void Write(Utf8JsonWriter json, ReportContent content)
    {
        WriteMeta(json, content);
        WriteProof(json, content.Proof);
        ReportCoverage.Write(json, content.Model.Coverage, content.NotAsked);
        json.WriteStartObject("privileged");
        json.Plain("words", content.PrivilegeWords);
        json.WriteEndObject();
        WriteSyncs(json, content);
        WriteDifferences(json, content);
        json.WriteStartArray("findings");
        foreach (var finding in content.Findings)
        {
            WriteFinding(json, finding, content.Model);
        }

        json.WriteEndArray();
    }

    private static void WriteMeta(Utf8JsonWriter json, ReportContent content)
    {
        var proof = content.Proof.Proof;
        json.WriteStartObject("meta");
        json.Plain("tenant", proof?.Source ?? content.FileName);
        json.Plain("syncId", content.Model.Sync.SyncId);
        json.WriteNumber("endedAt", content.Model.At.ToUnixTimeSeconds());
        json.Plain("clientId", proof?.ClientId);
        json.Plain("program", proof?.Program);
        json.WriteEndObject();
    }

    private static void WriteProof(Utf8JsonWriter json, ReportProof proof)
    {
        json.WriteStartObject("proof");
        json.Plain("state", proof.State);
        json.Plain("words", proof.Words);
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
            json.Plain("what", skip.What);
            json.Plain("why", skip.Why.TrimEnd('.'));
            json.Plain("remedy", skip.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("settings");
        foreach (var (name, value) in proof.Proof?.Settings ?? new Dictionary<string, string>())
        {
            json.Plain(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCollection(Utf8JsonWriter json, CollectionProof collection)
    {
        json.WriteStartObject();
        json.Plain("name", collection.Collection);
        json.Plain("method", collection.Method);
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
            var kinds = figures.ByType.GroupBy(type => Kind(content.Model, type.Key), type => type.Value).ToDictionary(group => group.Key, group => group.Sum(), StringComparer.Ordinal);
            json.WriteNumber("people", kinds.GetValueOrDefault(ThingKinds.Word(ThingKind.User)));
            json.WriteStartObject("kinds");
            foreach (var (kind, count) in kinds)
            {
                json.WriteNumber(PlainText.Of(kind), count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDifferences(Utf8JsonWriter json, ReportContent content)
    {
        var changes = content.Differences;
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
            json.Plain("name", name);
            json.WriteNumber("added", added);
            json.WriteNumber("removed", removed);
            json.WriteNumber("changed", changed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in changes.Rows)
        {
            WriteTexts(json, row.Kind.ToString().ToLowerInvariant(), Kind(content.Model, row.TypeId), row.Id, row.Name, row.Text);
        }

        json.WriteEndArray();
        json.WriteNumber("omitted", changes.Omitted);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, AccessModel model)
    {
        json.WriteStartObject();
        json.Plain("id", finding.Rule.Id);
        json.Plain("title", finding.Rule.Title);
        json.Plain("severity", finding.Severity.ToString().ToLowerInvariant());
        json.Plain("words", finding.Words);
        json.Plain("why", finding.Rule.Why);
        json.Plain("remedy", finding.Rule.Remedy);
        json.WriteStartArray("rows");
        foreach (var row in finding.Rows)
        {
            json.WriteStartArray();
            json.Plain(Kind(model, row.TypeId));
            json.Plain(row.Id);
            json.Plain(row.Name);
            json.Plain(row.Email);
            json.Plain(row.Detail);
            json.WriteNumberValue(row.Person ?? -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Kind(AccessModel model, string typeId) => model.KindWords.GetValueOrDefault(typeId, typeId);

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.Plain(text);
        }

        json.WriteEndArray();
    }
}
