using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

/// <summary>A started tenant and a client with a token for it.</summary>
internal sealed class TenantClient : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseProxy = false };

    private TenantClient(MockTenantServer server)
    {
        Server = server;
        Http = new HttpClient(_handler) { BaseAddress = server.BaseUrl };
    }

    public MockTenantServer Server { get; }

    public HttpClient Http { get; }

    public TenantTruth Truth => Server.Truth;

    public static async Task<TenantClient> StartAsync(MockTenantOptions? options = null, bool signIn = true)
    {
        var client = new TenantClient(await MockTenantServer.StartAsync(options ?? new(), CancellationToken.None));
        if (signIn)
        {
            await client.SignInAsync();
        }

        return client;
    }

    public async Task SignInAsync()
    {
        using var answer = await AskForTokenAsync(new() { ["audience"] = Server.Audience });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var token = (await ReadAsync(answer)).GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Asks with the right id and secret unless the values say otherwise; null removes one.</summary>
    public Task<HttpResponseMessage> AskForTokenAsync(Dictionary<string, string?> values)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = MockTenantOptions.DefaultClientId,
            ["client_secret"] = MockTenantOptions.DefaultClientSecret,
        };
        foreach (var (name, value) in values)
        {
            form[name] = value;
        }

        var content = new FormUrlEncodedContent(
            form.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Key, x.Value!)));
        return Http.PostAsync(new Uri("oauth/token", UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SendAsync(string path) => Http.GetAsync(new Uri(Server.BaseUrl, "api/v2/" + path));

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await SendAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {body}");
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    public async Task<JsonElement> GetErrorAsync(string path, HttpStatusCode status)
    {
        using var answer = await SendAsync(path);
        Assert.Equal(status, answer.StatusCode);
        return await ReadAsync(answer);
    }

    /// <summary>Every row of a checkpoint listing, and the number of requests it took.</summary>
    public async Task<(List<JsonElement> Rows, int Requests)> TakeAllAsync(string path, string key, int take = 100)
    {
        var rows = new List<JsonElement>();
        var from = "";
        for (var requests = 1; ; requests++)
        {
            Assert.True(requests < 1000, "The listing does not end.");
            var separator = path.Contains('?') ? '&' : '?';
            var page = await GetAsync($"{path}{separator}take={take}{from}");
            rows.AddRange(page.GetProperty(key).EnumerateArray());
            if (!page.TryGetProperty("next", out var next))
            {
                return (rows, requests);
            }

            from = "&from=" + Uri.EscapeDataString(next.GetString()!);
        }
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        await Server.DisposeAsync();
    }
}
