using System.Text.Json;

namespace Auth0Connector.MockTenant.Export;

/// <summary>The body of <c>POST /jobs/users-exports</c> (reference 4.3).</summary>
internal sealed record ExportRequest(int? Limit, string? ConnectionId, IReadOnlyList<ExportColumn> Columns)
{
    // Without "fields" a predefined set is exported, which lacks what a sync needs most.
    private static readonly string[] Predefined =
        ["user_id", "email", "name", "given_name", "family_name", "nickname", "picture", "created_at", "updated_at"];

    /// <exception cref="FormatException">The body is refused; the message says why.</exception>
    public static ExportRequest Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("Payload validation error: 'Expected type object'.");
            }

            var format = Text(root, "format") ?? "csv";
            if (format != "json")
            {
                throw new FormatException($"The mock tenant does not imitate the export format '{format}'.");
            }

            var limit = root.TryGetProperty("limit", out var number) && number.TryGetInt32(out var value) ? value : (int?)null;
            return new ExportRequest(limit, Text(root, "connection_id"), ReadColumns(root));
        }
        catch (JsonException problem)
        {
            throw new FormatException("Payload validation error: the body is not JSON.", problem);
        }
    }

    private static List<ExportColumn> ReadColumns(JsonElement root)
    {
        if (!root.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return [.. Predefined.Select(x => new ExportColumn(x, x))];
        }

        var columns = new List<ExportColumn>();
        foreach (var field in fields.EnumerateArray())
        {
            if (field.ValueKind != JsonValueKind.Object || Text(field, "name") is not { Length: > 0 and <= 100 } name)
            {
                throw new FormatException("Payload validation error: 'Missing required property: name' on property fields.");
            }

            columns.Add(new ExportColumn(name, Text(field, "export_as") ?? name));
        }

        return columns;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
