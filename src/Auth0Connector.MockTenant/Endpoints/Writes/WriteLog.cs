using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Tells the tenant's log of a write that was done, as the real one does: with request and answer, never with a password.</summary>
internal static class WriteLog
{
    private const string Hidden = "*****";

    public static void Tell(this TenantModel model, ApiCall call, string method, JsonElement body)
    {
        if (call.Status is < 200 or > 299)
        {
            return;
        }

        var write = new LoggedWrite(
            method.ToLowerInvariant(),
            call.Target.Path,
            model.TellsBodies ? WithoutPassword(body) : null,
            call.Status,
            model.TellsBodies && call.Body.WrittenMemory is { IsEmpty: false } answer ? Encoding.UTF8.GetString(answer.Span) : null);
        model.Log.Add((id, date) => new LoggedLine { Id = id, Date = date, Type = "sapi", ClientId = model.CallerId, Write = write });
    }

    private static string WithoutPassword(JsonElement body)
    {
        if (!body.TryGetProperty("password", out _))
        {
            return body.GetRawText();
        }

        var shown = JsonNode.Parse(body.GetRawText())!;
        shown["password"] = Hidden;
        return shown.ToJsonString();
    }
}
