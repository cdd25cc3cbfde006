using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>An account as POST /users asks for it: database and passwordless connections only.</summary>
internal sealed class NewAccount
{
    private readonly JsonElement _body;
    private readonly DateTimeOffset _now;
    private readonly string _connection;
    private readonly string _strategy;

    private NewAccount(JsonElement body, DateTimeOffset now, string connection, string strategy)
    {
        _body = body;
        _now = now;
        _connection = connection;
        _strategy = strategy;
        Id = $"{strategy}|{Text("user_id") ?? Mixing.Hash(0xACC, Hash()).ToString("x24", CultureInfo.InvariantCulture)}";
    }

    public string Id { get; }

    /// <summary>Reads the body, or says what is wrong with it.</summary>
    public static string TryRead(JsonElement body, DateTimeOffset now, [MaybeNull] out NewAccount account)
    {
        account = null;
        var connection = body.TryGetProperty("connection", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";
        var index = Enumerable.Range(0, Connections.Count).FirstOrDefault(x => Connections.NameAt(x) == connection, -1);
        if (index < 0 || Connections.StrategyAt(index) is not ("auth0" or "sms" or "email") and var strategy)
        {
            return index < 0 ? "The connection does not exist." : $"Cannot create a user in a connection of type {Connections.StrategyAt(index)}.";
        }

        strategy = Connections.StrategyAt(index);
        string[] needed = strategy switch { "sms" => ["phone_number"], "email" => ["email"], _ => ["password"] };
        var missing = Array.Find(needed, x => !body.TryGetProperty(x, out var value) || value.ValueKind != JsonValueKind.String);
        if (missing is not null)
        {
            return $"Payload validation error: 'Missing required property: {missing}'.";
        }

        account = new NewAccount(body, now, connection, strategy);
        return "";
    }

    /// <summary>Whether somebody of the same connection has the same address, number or name.</summary>
    public bool IsLike(TruthUser user) => user.Connection == _connection
        && ((Text("email") is { } email && string.Equals(email, user.Email, StringComparison.OrdinalIgnoreCase))
            || (Text("phone_number") is { } phone && phone == user.PhoneNumber)
            || (Text("username") is { } username && username == user.Username));

    public OddUser ToUser()
    {
        var created = Instant.Format(_now.ToUnixTimeMilliseconds());
        var properties = new JsonObject { ["user_id"] = Id };
        foreach (var property in _body.EnumerateObject().Where(x => x.Name is not ("connection" or "password" or "user_id" or "verify_email")))
        {
            properties[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        // What the API makes up where it was not given.
        var name = Text("name") ?? Text("email") ?? Text("phone_number") ?? Text("username");
        properties.TryAdd("name", name);
        properties.TryAdd("nickname", name?.Split('@')[0]);
        if (properties.ContainsKey("email"))
        {
            properties.TryAdd("email_verified", false);
        }

        properties["created_at"] = created;
        properties["updated_at"] = created;
        properties["identities"] = new JsonArray(new JsonObject
        {
            ["provider"] = _strategy,
            ["user_id"] = Id[(Id.IndexOf('|', StringComparison.Ordinal) + 1)..],
            ["connection"] = _connection,
            ["isSocial"] = false,
        });
        using var document = JsonDocument.Parse(properties.ToJsonString());
        return new OddUser(
            Id,
            _now.ToUnixTimeMilliseconds(),
            [.. document.RootElement.EnumerateObject().Select(x => KeyValuePair.Create(x.Name, x.Value.Clone()))]);
    }

    private ulong Hash() =>
        _body.GetRawText().Aggregate((ulong)_now.Ticks, static (hash, letter) => Mixing.Hash(hash, letter));

    private string? Text(string name) =>
        _body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
