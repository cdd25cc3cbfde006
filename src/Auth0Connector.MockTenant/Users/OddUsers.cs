using System.Text.Json;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>Turns recipes into people.</summary>
internal static class OddUsers
{
    public static OddUser Create(OddRecipe recipe, int index, long created)
    {
        using var changes = JsonDocument.Parse(recipe.Json);
        var without = recipe.Without.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var plain = Plain(recipe.Id, index, created);
        var properties = new List<KeyValuePair<string, JsonElement>>();
        foreach (var property in plain.RootElement.EnumerateObject())
        {
            if (without.Contains(property.Name, StringComparer.Ordinal))
            {
                continue;
            }

            var value = changes.RootElement.TryGetProperty(property.Name, out var changed) ? changed : property.Value;
            properties.Add(new(property.Name, value.Clone()));
        }

        foreach (var property in changes.RootElement.EnumerateObject())
        {
            if (!plain.RootElement.TryGetProperty(property.Name, out _))
            {
                properties.Add(new(property.Name, property.Value.Clone()));
            }
        }

        var known = !without.Contains("created_at", StringComparer.Ordinal);
        return new OddUser(recipe.Id, known ? created : -1, properties);
    }

    private static JsonDocument Plain(string id, int index, long created)
    {
        var buffer = new Utf8Buffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var provider = id[..id.IndexOf('|', StringComparison.Ordinal)];
            var rest = id[(provider.Length + 1)..];
            var separator = rest.IndexOf('|', StringComparison.Ordinal);
            writer.WriteStartObject();
            writer.WriteString("user_id", id);
            writer.WriteString("email", $"odd{index}@odd.example");
            writer.WriteBoolean("email_verified", true);
            writer.WriteString("created_at", Instant.Format(created));
            writer.WriteString("updated_at", Instant.Format(created + 60_000));
            writer.WriteString("last_login", Instant.Format(created + 60_000));
            writer.WriteString("last_ip", "192.0.2.1");
            writer.WriteNumber("logins_count", index);
            writer.WriteString("name", $"Odd Person {index}");
            writer.WriteString("nickname", $"odd{index}");
            writer.WriteStartArray("identities");
            writer.WriteStartObject();
            writer.WriteString("provider", provider);
            writer.WriteString("user_id", rest);
            writer.WriteString("connection", separator > 0 ? rest[..separator] : ConnectionOf(provider));
            writer.WriteBoolean("isSocial", provider is "github" or "google-oauth2");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory.ToArray());
    }

    private static string ConnectionOf(string provider) => provider switch
    {
        "waad" => "corp-waad",
        "samlp" => "acme-saml",
        "auth0" => "Username-Password-Authentication",
        _ => provider,
    };
}
