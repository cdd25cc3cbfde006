using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Auth0Connector.Service.Health;

namespace Auth0Connector.Service.Tests.Health;

public sealed class HealthServerTests
{
    private static readonly HealthSources Well = new(static () => true, static _ => Task.FromResult<string?>(null), static () => null);

    [Theory]
    [InlineData("/live", false, "down", "away", 200, "alive")]
    [InlineData("/ready", false, null, null, 503, "not_ready")]
    [InlineData("/ready", true, "down", "away", 200, "ready")]
    [InlineData("/health", true, null, null, 200, "healthy")]
    [InlineData("/health?full=1", true, null, null, 200, "healthy")]
    [InlineData("/health", false, "down", null, 503, "unhealthy")]
    [InlineData("/health", true, null, "away", 503, "unhealthy")]
    [InlineData("/health", true, "down", "away", 503, "unhealthy")]
    public async Task Each_endpoint_says_what_it_is_asked(string path, bool ready, string? tenant, string? cloud, int status, string word)
    {
        await using var server = Start(new HealthSources(() => ready, _ => Task.FromResult(tenant), () => cloud));

        var answer = await AskAsync(server, $"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        var body = JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        Assert.Equal(word, body.GetProperty("status").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", body.GetProperty("timestamp").GetString());
        Assert.Equal(status == 503 && word == "unhealthy", body.TryGetProperty("details", out var details));
        if (word == "unhealthy")
        {
            Assert.Equal((tenant, cloud), (Text(details, "tenant"), Text(details, "cloud")));
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 404)]
    [InlineData("GET /health/ HTTP/1.1\r\n\r\n", 404)]
    [InlineData("POST /metrics HTTP/1.1\r\n\r\n", 404)]
    [InlineData("POST /health HTTP/1.1\r\n\r\n", 405)]
    [InlineData("HEAD /live HTTP/1.0\r\n\r\n", 405)]
    [InlineData("get /live HTTP/1.1\r\n\r\n", 405)]
    [InlineData("GET /live\r\n\r\n", 400)]
    [InlineData("GET live HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /live HTTP/2.0\r\n\r\n", 400)]
    [InlineData("\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\r\n\r\n", 400)]
    public async Task Everything_else_is_refused(string request, int status)
    {
        await using var server = Start(Well);

        Assert.StartsWith($"HTTP/1.1 {status} ", await AskAsync(server, request), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(server, "GET /live HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_without_end_is_cut_off()
    {
        await using var server = Start(Well);

        var answer = await AskAsync(server, "GET /live HTTP/1.1\r\nX: " + new string('a', 9000));

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_say_nothing_do_not_keep_the_service_from_ending()
    {
        var server = Start(Well);
        using var silent = new TcpClient();
        await silent.ConnectAsync(server.Address);

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        using var late = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => late.ConnectAsync(server.Address.Address, server.Address.Port));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var server = Start(Well);

        var failure = Assert.Throws<SocketException>(() => HealthServer.Start(server.Address, Well, TimeProvider.System));

        Assert.Equal(SocketError.AddressAlreadyInUse, failure.SocketErrorCode);
    }

    private static HealthServer Start(HealthSources sources) => HealthServer.Start(new IPEndPoint(IPAddress.Loopback, 0), sources, TimeProvider.System);

    private static string? Text(JsonElement details, string name) => details.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<string> AskAsync(HealthServer server, string request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(patience.Token);
    }
}
