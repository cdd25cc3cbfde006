using System.Text.Json;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Report;

/// <summary>What the page gets: columns instead of rows, numbers instead of ids (Page/2-data.js reads it).</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter json, ReportContent content)
    {
        var model = content.Model;
        json.WriteStartObject();
        ReportFacts.Write(json, content);
        WritePeople(json, content);
        json.WriteStartArray("things");
        foreach (var thing in model.Things)
        {
            json.WriteStartArray();
            json.Plain(model.KindWords.GetValueOrDefault(thing.TypeId, thing.TypeId));
            json.Plain(thing.Id);
            json.Plain(thing.Name);
            json.Plain(thing.Note);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("rights");
        foreach (var right in model.Rights)
        {
            json.WriteStartArray();
            json.WriteNumberValue(right.Thing);
            json.Plain(right.Slug);
            json.Plain(right.Name);
            json.WriteNumberValue(content.Privilege.Is(right.Index) ? 1 : 0);
            json.WriteNumberValue(model.RoleHeldIn(right)?.Index ?? -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WritePassages(json, model);
        WriteTriples(json, "others", model.OtherGrants.Select(grant => (grant.Right, grant.Holder, grant.IsAllScopes)));
        json.WriteEndObject();
    }

    /// <summary>The name under which the page knows what a thing is.</summary>

    private static void WritePeople(Utf8JsonWriter json, ReportContent content)
    {
        var people = content.Model.People;
        var connections = people.Select(account => account.Connection).Distinct().ToList();
        var places = connections.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var types = PersonTypes(content.Model);
        json.WriteStartArray("connections");
        connections.ForEach(json.Plain);
        json.WriteEndArray();
        json.WriteStartObject("people");
        Texts("id", account => account.Id);
        Texts("name", account => account.Name);
        Texts("email", account => account.Email);
        Numbers("status", account => account.Status switch { "enabled" => 1, "disabled" => 2, "deleted" => 3, _ => 0 });
        Numbers("conn", account => places[account.Connection]);
        Numbers("last", account => account.LastLogin?.ToUnixTimeSeconds() ?? 0);
        Numbers("made", account => account.CreatedAt?.ToUnixTimeSeconds() ?? 0);
        Numbers("ver", account => account.IsEmailVerified switch { true => 1, false => 2, _ => 0 });
        Numbers("n", account => account.Reached.Count);
        Numbers("p", account => account.Reached.Count(content.Privilege.Is));
        if (types.Count > 1)
        {
            Numbers("t", account => types.IndexOf(account.TypeId));
        }

        json.WriteStartArray("d");
        foreach (var account in people)
        {
            json.WriteStartArray();
            foreach (var right in account.Direct)
            {
                json.WriteNumberValue(right);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartObject("r");
        foreach (var account in people.Where(account => account.Recorded.Count > 0))
        {
            json.WriteStartArray(account.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            foreach (var recorded in account.Recorded)
            {
                json.WriteStartArray();
                json.WriteNumberValue(recorded.Right);
                json.WriteNumberValue(recorded.Source);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();

        void Texts(string name, Func<Account, string> value)
        {
            json.WriteStartArray(name);
            foreach (var account in people)
            {
                json.Plain(value(account));
            }

            json.WriteEndArray();
        }

        void Numbers(string name, Func<Account, long> value)
        {
            json.WriteStartArray(name);
            foreach (var account in people)
            {
                json.WriteNumberValue(value(account));
            }

            json.WriteEndArray();
        }
    }

    private static List<string> PersonTypes(AccessModel model) => [.. model.People.Select(account => account.TypeId).Distinct(StringComparer.Ordinal)];

    /// <summary>What passes access on; whom it lets through only where that is not everybody.</summary>
    private static void WritePassages(Utf8JsonWriter json, AccessModel model)
    {
        var types = PersonTypes(model);
        json.WriteStartArray("passages");
        foreach (var passage in model.Passages)
        {
            json.WriteStartArray();
            json.WriteNumberValue(passage.Source);
            json.WriteNumberValue(passage.Target);
            json.WriteNumberValue(passage.IsShallow ? 1 : 0);
            var admitted = types.Where(passage.Admits).Select(type => types.IndexOf(type)).ToList();
            if (admitted.Count < types.Count)
            {
                json.WriteStartArray();
                admitted.ForEach(json.WriteNumberValue);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteTriples(Utf8JsonWriter json, string name, IEnumerable<(int First, int Second, bool IsSo)> triples)
    {
        json.WriteStartArray(name);
        foreach (var (first, second, isSo) in triples)
        {
            json.WriteStartArray();
            json.WriteNumberValue(first);
            json.WriteNumberValue(second);
            json.WriteNumberValue(isSo ? 1 : 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
