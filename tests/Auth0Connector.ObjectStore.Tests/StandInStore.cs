using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>
/// One object over real HTTP on loopback, with the conditions of S3 (tags in quotes) and the faults that a real store cannot be
/// asked for: each request takes the next fault of the script, and none where the script is at its end.
/// </summary>
internal sealed class StandInStore : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Lock _lock = new();
    private readonly Queue<(string Method, StandInFault Fault)> _faults = new();

    public StandInStore()
    {
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>What is stored, or nothing.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The metadata that was stored with it.</summary>
    public Dictionary<string, string> Stored { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything that was asked: method and headers.</summary>
    public List<(string Method, Dictionary<string, string> Headers)> Requests { get; } = [];

    /// <summary>Whether the condition is compared as Ceph does, without quotes.</summary>
    public bool ComparesBareTags { get; init; }

    /// <summary>The tag of what is stored.</summary>
    public string Tag => $"\"{Convert.ToHexStringLower(SHA256.HashData(Content ?? []))[..32]}\"";

    public string Address => $"http://127.0.0.1:{_server.Port}";

    /// <summary>The next request of a method goes wrong like this.</summary>
    public StandInStore Then(string method, StandInFault fault)
    {
        _faults.Enqueue((method, fault));
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        var stream = client.GetStream();
        while (await ReadHeadAsync(stream, cancellationToken) is { } lines)
        {
            var method = lines[0].Split(' ')[0];
            var headers = lines.Skip(1).Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);
            var fault = StandInFault.None;
            lock (_lock)
            {
                Requests.Add((method, headers));
                if (_faults.TryPeek(out var next) && next.Method == method)
                {
                    fault = _faults.Dequeue().Fault;
                }
            }

            if (!await AnswerAsync(stream, method, headers, fault, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> AnswerAsync(NetworkStream stream, string method, Dictionary<string, string> headers, StandInFault fault, CancellationToken cancellationToken)
    {
        if (fault == StandInFault.Cut)
        {
            return false;
        }

        var body = Array.Empty<byte>();
        if (method == "PUT")
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken);
            body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, cancellationToken);
            Assert.Equal(headers["x-amz-content-sha256"], Convert.ToHexStringLower(SHA256.HashData(body)));
            Assert.Equal(headers["x-amz-checksum-sha256"], Convert.ToBase64String(SHA256.HashData(body)));
        }

        switch (fault)
        {
            case StandInFault.SlowDown:
                return await SayAsync(stream, "503 Slow Down", Error("SlowDown"), [], cancellationToken);
            case StandInFault.Expired:
                return await SayAsync(stream, "400 Bad Request", Error("ExpiredToken"), [], cancellationToken);
            case StandInFault.Denied:
                return await SayAsync(stream, "403 Forbidden", Error("AccessDenied"), [], cancellationToken);
            case StandInFault.OtherWriter:
                (Content, Stored) = ("somebody else's"u8.ToArray(), new(StringComparer.OrdinalIgnoreCase));
                break;
            default:
                break;
        }

        if (method == "PUT")
        {
            if (!Holds(headers))
            {
                return await SayAsync(stream, "412 Precondition Failed", Error("PreconditionFailed"), [], cancellationToken);
            }

            Content = body;
            Stored = headers.Where(static header => header.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.OrdinalIgnoreCase);
            return fault != StandInFault.AnswerLost && await SayAsync(stream, "200 OK", [], [("ETag", Tag)], cancellationToken);
        }

        if (Content is null)
        {
            return await SayAsync(stream, "404 Not Found", method == "HEAD" ? [] : Error("NoSuchKey"), [], cancellationToken);
        }

        (string, string)[] kept = [("ETag", Tag), .. Stored.Select(static pair => (pair.Key, pair.Value))];
        return fault switch
        {
            StandInFault.AnswerCut => await SayAsync(stream, "200 OK", Content, kept, cancellationToken, Content.Length / 2) && false,
            StandInFault.Changed => await SayAsync(stream, "200 OK", [.. Content.Select(static value => (byte)~value)], kept, cancellationToken),
            _ => await SayAsync(stream, "200 OK", method == "HEAD" ? [] : Content, kept, cancellationToken),
        };
    }

    private bool Holds(Dictionary<string, string> headers) =>
        headers.TryGetValue("If-Match", out var wanted) ? Content is not null && wanted == (ComparesBareTags ? Tag.Trim('"') : Tag)
        : headers.TryGetValue("If-None-Match", out var none) && none == "*" && Content is null;

    private static byte[] Error(string code) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>");

    private static async Task<bool> SayAsync(
        NetworkStream stream, string status, byte[] body, (string Name, string Value)[] headers, CancellationToken cancellationToken, int? sent = null)
    {
        var head = new StringBuilder($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        await stream.WriteAsync(body.AsMemory(0, sent ?? body.Length), cancellationToken);
        return true;
    }

    private static async Task<string[]?> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            head.Add(one[0]);
            if (head is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                return Encoding.UTF8.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return null;
    }
}
