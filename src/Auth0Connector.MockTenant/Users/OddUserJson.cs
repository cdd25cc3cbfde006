using System.Text.Json;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

internal static class OddUserJson
{
    public static void Append(Utf8Buffer target, OddUser user, UserSelection selection)
    {
        using var writer = new Utf8JsonWriter(target);
        writer.WriteStartObject();
        foreach (var column in selection.Columns)
        {
            if (Resolve(user, column) is { } value)
            {
                // The prefix holds the quotes and the colon, for the writer of ordinary people.
                writer.WritePropertyName(column.Prefix.AsSpan(1, column.Prefix.Length - 3));
                value.WriteTo(writer);
            }
        }

        foreach (var (name, value) in user.Properties)
        {
            if (!UserFields.TryParse(name, out _) && selection.IncludesUnknown(name))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static JsonElement? Resolve(OddUser user, UserColumn column)
    {
        const string First = "identities[0].";
        if (!column.Source.StartsWith(First, StringComparison.Ordinal))
        {
            return user.Find(column.Source);
        }

        return user.Find("identities") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            && list[0].TryGetProperty(column.Source.AsSpan(First.Length), out var value)
            ? value
            : null;
    }
}
