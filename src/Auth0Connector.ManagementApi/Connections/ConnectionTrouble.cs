using System.Net.Sockets;
using System.Security.Authentication;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>Why no connection came about, so that nothing was ever sent. Quotes no address beyond host and port.</summary>
public sealed class ConnectionTrouble
{
    private ConnectionTrouble(string words)
    {
        Words = words;
    }

    /// <summary>What went wrong, as the end of "cannot reach HOST: ...".</summary>
    public string Words { get; }

    /// <summary>The server's certificate is not trusted.</summary>
    public bool IsUntrusted { get; private init; }

    /// <summary>There is definitely no such host: a name server that is slow or away says otherwise.</summary>
    public bool IsUnknownHost { get; private init; }

    /// <summary>The trouble behind a failed exchange; <see langword="null"/> where the failure is none of a connection.</summary>
    /// <param name="failure">What the handler threw; a cancellation counts as its own timer's.</param>
    /// <param name="server">Who was asked.</param>
    /// <param name="settings">How it was to be reached.</param>
    public static ConnectionTrouble? Of(Exception failure, Uri server, ConnectionSettings settings)
    {
        var through = ProxyFor(server, settings);
        return failure switch
        {
            HttpRequestException { InnerException: UntrustedCertificateException untrusted } =>
                new($"{server.Host} presents a certificate that {untrusted.Message}") { IsUntrusted = true },
            HttpRequestException { InnerException: AuthenticationException } => new("no TLS connection comes about (is it a server that speaks TLS?)" + through),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("the connection was cut while TLS began" + through),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused => new(
                "the proxy does not let us through" + (refused.StatusCode is { } status ? $" ({(int)status})" : "") + through),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Unresolved(Socket(failure), through),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(Unconnected(Socket(failure)) + through),
            // What the handler's own timer ended, not the caller.
            OperationCanceledException => new($"no connection within {settings.ConnectTimeout.TotalSeconds:0.###} s" + through),
            _ => null,
        };
    }

    /// <summary>The proxy on the way to a server, as the end of a sentence; empty where there is none.</summary>
    public static string ProxyFor(Uri server, ConnectionSettings settings) =>
        EnvironmentProxy.Of(settings).GetProxy(server) is { } proxy ? $" (through the proxy {proxy.Authority})" : "";

    private static SocketError Socket(Exception? failure) =>
        failure switch
        {
            null => SocketError.SocketError,
            SocketException socket => socket.SocketErrorCode,
            _ => Socket(failure.InnerException),
        };

    private static string Unconnected(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.NetworkUnreachable => "the network cannot be reached",
        SocketError.HostUnreachable => "there is no way to the host",
        SocketError.TimedOut => "no answer to the connection",
        SocketError.ConnectionReset => "connection cut",
        SocketError.AccessDenied => "this machine does not allow the connection",
        _ => $"no connection ({error})",
    };

    private static ConnectionTrouble Unresolved(SocketError error, string through) =>
        error is SocketError.HostNotFound or SocketError.NoData
            ? new("no such host" + through) { IsUnknownHost = true }
            : new("the name cannot be looked up for now (DNS)" + through);
}
