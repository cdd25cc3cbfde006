using System.Diagnostics;
using System.Text.Json;

namespace Auth0Connector.Benchmarks;

/// <summary>A mock tenant as a process of its own.</summary>
internal sealed class MockProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private MockProcess(Process process, Uri baseUrl, string clientId, string secret)
    {
        _process = process;
        _http.BaseAddress = baseUrl;
        _http.Timeout = TimeSpan.FromMinutes(10);
        ClientId = clientId;
        Secret = secret;
    }

    public Uri BaseUrl => _http.BaseAddress!;

    public string ClientId { get; }

    public string Secret { get; }

    public static async Task<MockProcess> StartAsync(NativeProgram program, string directory, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = program.Start(directory, ["mock-tenant", "--port", "0", "--output", "json", .. arguments]),
        };
        process.Start();
        process.BeginErrorReadLine();
        var json = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the mock tenant did not start");
        while (!json.EndsWith('}'))
        {
            json += await process.StandardOutput.ReadLineAsync();
        }

        using var told = JsonDocument.Parse(json);
        return new MockProcess(
            process,
            new Uri(told.RootElement.GetProperty("baseUrl").GetString()!),
            told.RootElement.GetProperty("clientId").GetString()!,
            told.RootElement.GetProperty("clientSecret").GetString()!);
    }

    /// <summary>Requests by endpoint, such as <c>GET /users</c>, and refusals.</summary>
    public async Task<RequestTally> TallyAsync()
    {
        using var told = JsonDocument.Parse(await _http.GetStringAsync(new Uri("control/requests", UriKind.Relative)));
        return new RequestTally(
            told.RootElement.GetProperty("refusals").GetInt64(),
            told.RootElement.GetProperty("by_endpoint").EnumerateObject().ToDictionary(
                static pair => pair.Name, static pair => pair.Value.GetInt64(), StringComparer.Ordinal));
    }

    public async Task ResetAsync()
    {
        using var answer = await _http.PostAsync(new Uri("control/reset", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The truth of a kind, one JSON object at a time.</summary>
    public async IAsyncEnumerable<JsonElement> TruthAsync(string kind)
    {
        using var reader = new StreamReader(await _http.GetStreamAsync(new Uri($"control/truth/{kind}", UriKind.Relative)));
        while (await reader.ReadLineAsync() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }
}

/// <summary>What a mock tenant was asked.</summary>
internal sealed record RequestTally(long Refusals, IReadOnlyDictionary<string, long> ByEndpoint);
