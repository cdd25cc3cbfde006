using System.Text.Json;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Tokens;

/// <summary>The parameters of a token request, sent as a form or as JSON.</summary>
internal sealed class TokenRequest(IReadOnlyDictionary<string, string> values)
{
    public string? this[string name] => values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Null when the body is neither.</summary>
    public static async Task<TokenRequest?> ReadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(call.Context.Request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);
        var type = call.Context.Request.ContentType ?? "";
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            var form = new RequestTarget("/?" + body);
            return new TokenRequest(form.Query.DistinctBy(x => x.Key).ToDictionary(StringComparer.Ordinal));
        }

        return type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ? ReadJson(body) : null;
    }

    private static TokenRequest? ReadJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    values[property.Name] = property.Value.GetString() ?? "";
                }
            }

            return new TokenRequest(values);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
