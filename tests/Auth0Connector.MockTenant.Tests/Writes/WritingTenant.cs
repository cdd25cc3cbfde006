using System.Net;
using System.Text;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Writes;

internal static class WritingTenant
{
    public static Task<TenantClient> StartAsync(MockTenantOptions? options = null) =>
        TenantClient.StartAsync((options ?? new()) with { Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write] });

    /// <summary>Sends a write and gives its status, body and error code.</summary>
    public static async Task<(HttpStatusCode Status, string Body, string? Code)> WriteAsync(this TenantClient tenant, string method, string path, string body)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), new Uri(tenant.Server.BaseUrl, "api/v2/" + path));
        message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await tenant.Http.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text, answer.IsSuccessStatusCode ? null : Code(text));
    }

    public static string Path(string text) => Uri.EscapeDataString(text);

    private static string? Code(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("errorCode", out var code) ? code.GetString() : null;
    }
}
