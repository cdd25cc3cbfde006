using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Records of which every optional field is absent, null or of another type. Ids and what access is made of stay.</summary>
internal static class FieldDialects
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "id", "user_id", "client_id", "identifier", "resource_server_identifier", "permission_name", "sources", "roles",
        "member_type", "audience", "scope", "subject_type", "allow_all_scopes", "default_for",
    };

    public static IReadOnlyList<Dialect> All { get; } =
    [
        Make("absent-fields", "Every optional field of every record is absent, in the export too.", static (record, name) => record.Remove(name)),
        Make("null-fields", "Every optional field of every record is null, in the export too.", static (record, name) => record[name] = null),
        Make("odd-fields", "Every optional field of every record has another type, in the export too.", static (record, name) => record[name] = Odd(name, record[name])),
    ];

    private static Dialect Make(string name, string does, Action<JsonObject, string> change) => new(name, does, DialectPlaces.Everything)
    {
        Rewrite = odd =>
        {
            foreach (var record in odd.Records)
            {
                Spoil(record, odd.Listing, change);
            }

            if (odd.IsFile)
            {
                ExportedLines.Change(odd.Call, person =>
                {
                    Spoil(person, odd.Listing, change);
                    return true;
                });
            }
        },
    };

    private static void Spoil(JsonObject record, MockListing listing, Action<JsonObject, string> change)
    {
        foreach (var name in record.Select(static x => x.Key).ToList())
        {
            if (name == "scopes" && record[name] is JsonArray scopes)
            {
                foreach (var scope in scopes.OfType<JsonObject>())
                {
                    change(scope, "description");
                }
            }
            else if (!Kept.Contains(name) && !IsKept(listing, name))
            {
                change(record, name);
            }
        }
    }

    private static bool IsKept(MockListing listing, string name) => name switch
    {
        "connection_id" or "assign_membership_on_login" => listing.Name == "organization-connections",
        "type" or "owner_id" => listing.Key == "roles" || listing.Name == "role",
        _ => false,
    };

    private static JsonNode Odd(string name, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => (name.Length % 3) switch { 0 => 7, 1 => new JsonObject(), _ => new JsonArray("odd") },
        JsonValueKind.Number => "many",
        JsonValueKind.True or JsonValueKind.False => "perhaps",
        JsonValueKind.Object => new JsonArray(1, "odd"),
        JsonValueKind.Array => "odd",
        _ => new JsonObject { ["odd"] = true },
    };
}
