using System.Net.Sockets;
using System.Text;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>A tenant of bare sockets: what it answers need not be HTTP, and need not end.</summary>
internal sealed class RawTenant : IAsyncDisposable
{
    public const string Token = """{"access_token":"token-1","token_type":"Bearer","expires_in":86400}""";

    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Func<TcpClient, CancellationToken, Task<Stream>> _open;
    private readonly LoopbackServer _server;
    private int _requests;

    /// <param name="answer">Gets the request's first line and the connection, which is closed afterwards.</param>
    /// <param name="open">What stands between the socket and HTTP, such as TLS.</param>
    public RawTenant(Func<string, Stream, CancellationToken, Task> answer, Func<TcpClient, CancellationToken, Task<Stream>>? open = null)
    {
        _answer = answer;
        _open = open ?? (static (client, _) => Task.FromResult<Stream>(client.GetStream()));
        _server = new LoopbackServer(ServeAsync);
    }

    public int Port => _server.Port;

    public int Requests => Volatile.Read(ref _requests);

    public ManagementApiOptions Options => OptionsOf($"http://127.0.0.1:{Port}/");

    public static ManagementApiOptions OptionsOf(string address) => new()
    {
        BaseUrl = new Uri(address),
        ClientId = "client-1",
        Credential = new ClientCredential.Secret(StubbedTenant.Secret),
        MaxAttempts = 5,
        RetryBaseDelay = TimeSpan.FromMilliseconds(1),
        RetryMaxDelay = TimeSpan.FromMilliseconds(5),
    };

    public static Task WriteAsync(Stream stream, string head, string body, CancellationToken stop) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"), stop).AsTask();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The program hangs up where it has read enough: that is what some tests are about.
    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        await using var stream = await _open(client, stop);
        var request = await ReadAsync(stream, stop);
        if (request.Length > 0)
        {
            Interlocked.Increment(ref _requests);
            await _answer(request, stream, stop);
        }
    }

    // Head and body, as far as they come: nothing here is so long that it would be cut.
    private static async Task<string> ReadAsync(Stream stream, CancellationToken stop)
    {
        var bytes = new byte[1 << 16];
        var length = 0;
        int count;
        while ((count = await stream.ReadAsync(bytes.AsMemory(length), stop)) > 0)
        {
            length += count;
            var text = Encoding.Latin1.GetString(bytes, 0, length);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is > 0 and var end)
            {
                return length >= end + 4 + BodyLength(text) ? text.Split("\r\n")[0] : await MoreAsync(stream, text, stop);
            }
        }

        return "";
    }

    private static async Task<string> MoreAsync(Stream stream, string text, CancellationToken stop)
    {
        var rest = BodyLength(text) - (text.Length - text.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
        await stream.ReadExactlyAsync(new byte[rest], stop);
        return text.Split("\r\n")[0];
    }

    private static int BodyLength(string head)
    {
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
