using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Auth0Connector.Service.Health;

/// <summary>
/// Answers <c>/health</c>, <c>/ready</c> and <c>/live</c> over HTTP, from its start to its disposal. Whoever is slow, asks in
/// another form or comes in a crowd is cut off: a probe must not be able to hold the service up.
/// </summary>
public sealed class HealthServer : IAsyncDisposable
{
    private const int MostConnections = 32;
    private const int MostHeadBytes = 8 * 1024;
    private static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(35);

    private readonly Socket _listener;
    private readonly HealthSources _sources;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connections = new(MostConnections);
    private readonly Task _accepting;

    private HealthServer(Socket listener, HealthSources sources, TimeProvider clock)
    {
        _listener = listener;
        Address = (IPEndPoint)listener.LocalEndPoint!;
        _sources = sources;
        _clock = clock;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Listens from now on.</summary>
    /// <exception cref="SocketException">The address is taken, or is none of this machine's.</exception>
    public static HealthServer Start(IPEndPoint address, HealthSources sources, TimeProvider clock)
    {
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(address);
            listener.Listen(MostConnections);
            return new HealthServer(listener, sources, clock);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        for (var free = 0; free < MostConnections; free++)
        {
            await _connections.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _connections.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _connections.WaitAsync(_stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                var client = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
                _ = ServeAsync(client);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One who came and went, or the end.
                _connections.Release();
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        try
        {
            using (client)
            {
                using var patience = new CancellationTokenSource(AnswerPatience, _clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
                var answer = await ReadAsync(client, either.Token).ConfigureAwait(false) is [var method, var target, _]
                    ? await HealthAnswer.ToAsync(method, target.Split('?')[0], _sources, either.Token).ConfigureAwait(false)
                    : HealthAnswer.BadRequest;
                await SendAsync(client, answer.ToBytes(_clock.GetUtcNow()), either.Token).ConfigureAwait(false);
                client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut off; it may ask again.
        }
        finally
        {
            _connections.Release();
        }
    }

    // The three words of the request line; none where it is no request of HTTP/1.
    private async Task<string[]> ReadAsync(Socket client, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(HeadPatience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var head = new byte[MostHeadBytes];
        var length = 0;
        while (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = length == head.Length ? 0 : await client.ReceiveAsync(head.AsMemory(length), either.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return [];
            }

            length += read;
        }

        var line = Encoding.ASCII.GetString(head, 0, head.AsSpan(0, length).IndexOf("\r\n"u8));
        return line.Split(' ') is [_, ['/', ..], "HTTP/1.1" or "HTTP/1.0"] words ? words : [];
    }

    private static async Task SendAsync(Socket client, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await client.SendAsync(bytes, cancellationToken).ConfigureAwait(false)..];
        }
    }
}
