using System.Buffers;
using System.Text.Json;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Json;

namespace Auth0Connector.Analysis.Differences;

/// <summary>
/// Compares messages field by field, by what they say and not by their bytes: the order of a map's keys means nothing. Copies
/// of other messages inside are left out: a role that is renamed changes once, not in each of its grants.
/// </summary>
internal static class FieldComparison
{
    private const string TypePrefix = "type.googleapis.com/c1.connector.v2.";

    public static IReadOnlyList<FieldDifference> Of(Resource before, Resource after) =>
        Compare(Fields(json => MessageJson.Write(json, before), _ => true), Fields(json => MessageJson.Write(json, after), _ => true));

    public static IReadOnlyList<FieldDifference> Of(Entitlement before, Entitlement after) =>
        Compare(Fields(json => MessageJson.Write(json, before), IsOwn), Fields(json => MessageJson.Write(json, after), IsOwn));

    public static IReadOnlyList<FieldDifference> Of(
        Grant before, GrantExpandable? beforeExpandable, Grant after, GrantExpandable? afterExpandable) =>
        Compare(Fields(json => Write(json, before, beforeExpandable), IsOwn), Fields(json => Write(json, after, afterExpandable), IsOwn));

    private static bool IsOwn(string path) =>
        !Starts(path, "resource") && !Starts(path, "entitlement") && !Starts(path, "principal")
        && (!path.StartsWith("grantableTo", StringComparison.Ordinal) || path.EndsWith("].id", StringComparison.Ordinal));

    private static bool Starts(string path, string field) => path == field || path.StartsWith(field + ".", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, Grant grant, GrantExpandable? expandable)
    {
        MessageJson.Write(json, grant);
        ExpandableJson.WriteBeside(json, expandable);
    }

    private static SortedDictionary<string, string> Fields(Action<Utf8JsonWriter> write, Func<string, bool> isOwn)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten(document.RootElement, string.Empty, fields);
        foreach (var path in fields.Keys.Where(path => !isOwn(path)).ToList())
        {
            fields.Remove(path);
        }

        return fields;
    }

    private static void Flatten(JsonElement element, string path, SortedDictionary<string, string> fields)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name != "@type"))
                {
                    Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Flatten(item, ItemPath(path, item, index++, fields), fields);
                }

                break;
            default:
                fields[path] = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
                break;
        }
    }

    /// <summary>An annotation goes by its type, not by its place among the others.</summary>
    private static string ItemPath(string path, JsonElement item, int index, SortedDictionary<string, string> fields)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("@type", out var type) || type.GetString() is not { } url)
        {
            return $"{path}[{index}]";
        }

        var name = url.StartsWith(TypePrefix, StringComparison.Ordinal) ? url[TypePrefix.Length..] : url;
        var own = path == "annotations" ? name : $"{path}.{name}";
        var numbered = own;
        for (var count = 2; fields.ContainsKey(numbered); count++)
        {
            numbered = $"{own}[{count}]";
        }

        fields[numbered] = "present";
        return numbered;
    }

    private static List<FieldDifference> Compare(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(field => new FieldDifference(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After),
    ];
}
