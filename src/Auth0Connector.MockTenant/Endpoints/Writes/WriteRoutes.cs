using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>What all writing endpoints share: the body is JSON, and one write runs at a time.</summary>
internal static class WriteRoutes
{
    public static void Write(
        this RouteTable routes,
        TenantModel model,
        string method,
        string template,
        ScopeRule scopes,
        LimitGroup group,
        Action<ApiCall, JsonElement> handle) => routes.Add(new Route(method, template, scopes, group, async (call, cancellationToken) =>
        {
            using var body = await ReadAsync(call, cancellationToken);
            if (body is null)
            {
                return;
            }

            lock (model.Writing)
            {
                handle(call, body.RootElement);
                model.Tell(call, method, body.RootElement);
            }
        }));

    /// <summary>204 without a body and without a type.</summary>
    public static void Done(this ApiCall call, int status = 204)
    {
        call.Status = status;
        call.ContentType = null;
    }

    /// <summary>The empty object that some endpoints answer.</summary>
    public static void DoneWithEmptyObject(this ApiCall call, int status = 201)
    {
        call.Status = status;
        call.WriteJson(static writer =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        });
    }

    /// <summary>The texts under a name; false when the answer is the 400.</summary>
    public static bool TryReadTexts(this ApiCall call, JsonElement body, string name, int most, out List<string> texts)
    {
        texts = [];
        if (!body.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            call.InvalidBody($"Payload validation error: 'Missing required property: {name}'.");
            return false;
        }

        if (list.GetArrayLength() > most)
        {
            call.InvalidBody($"Payload validation error: 'Array is too long ({list.GetArrayLength()}), maximum {most}' on property {name}.");
            return false;
        }

        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.String)
            {
                call.InvalidBody($"Payload validation error: 'Expected type string' on property {name}.");
                return false;
            }

            texts.Add(entry.GetString()!);
        }

        return true;
    }

    public static void InvalidBody(this ApiCall call, string message) => call.Fail(400, message, "invalid_body");

    private static async Task<JsonDocument?> ReadAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(call.Context.Request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            var body = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
            {
                return body;
            }

            body.Dispose();
        }
        catch (JsonException)
        {
            // Answered below, like any other body that is no object.
        }

        call.InvalidBody("Payload validation error: 'Expected type object'.");
        return null;
    }
}
