using System.Text.Json;

namespace Auth0Connector.MockTenant.Users;

/// <summary>A person written out by hand: every attribute as the raw JSON that the API answers.</summary>
internal sealed class OddUser(string id, long created, IReadOnlyList<KeyValuePair<string, JsonElement>> properties)
{
    public string Id => id;

    /// <summary>The time the search index knows, whatever the JSON looks like; -1 when there is none.</summary>
    public long Created => created;

    public IReadOnlyList<KeyValuePair<string, JsonElement>> Properties => properties;

    public JsonElement? Find(string name)
    {
        foreach (var (key, value) in properties)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The attribute when it is a string, as a lenient reader sees it.</summary>
    public string? Text(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public bool? Flag(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } text => text.GetString() switch { "true" => true, "false" => false, _ => null },
        _ => null,
    };

    public long Time(string name) =>
        Text(name) is { } text && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? time.ToUnixTimeMilliseconds()
            : -1;

    public int Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : -1;

    public string? FirstIdentity(string member) =>
        Find("identities") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            && list[0].TryGetProperty(member, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    /// <summary>The same person with one attribute changed.</summary>
    public OddUser With(string name, JsonElement value) =>
        new(id, created, [.. properties.Where(x => x.Key != name), KeyValuePair.Create(name, value)]);
}
