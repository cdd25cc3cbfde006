using System.Net.Sockets;
using System.Security.Authentication;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Says in words why no answer came, and through which proxy. Quotes no address beyond host and port.</summary>
internal sealed class ConnectionFaults(ManagementApiOptions options)
{
    private readonly TenantProxy _proxy = TenantProxy.Of(options);

    /// <summary>The tenant as errors name it.</summary>
    public string Host => options.BaseUrl.Authority;

    /// <summary>No answer within the time for one attempt.</summary>
    public TransientFaultException TimedOut(Exception timeout) =>
        new($"no answer within {options.AttemptTimeout.TotalSeconds:0.###} s" + Through(), timeout);

    /// <summary>The fault behind a failed exchange; <see langword="null"/> where it is none of these.</summary>
    public TransientFaultException? Of(Exception failure) => failure switch
    {
        TransientFaultException known => known,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
            $"the answer's headers are larger than {AnswerSize.MostHeaderKilobytes} kB", failure)
        { HasAnswer = true, BadAnswer = true, IsLasting = true },
        HttpRequestException { InnerException: UntrustedCertificateException untrusted } => new(
            $"{options.BaseUrl.Host} presents a certificate that {untrusted.Message}", failure)
        {
            NeverSent = true,
            IsFinalBeforeContact = true,
        },
        HttpRequestException { InnerException: AuthenticationException } => NeverSent("no TLS connection comes about (is it a server that speaks TLS?)", failure),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => NeverSent("the connection was cut while TLS began", failure),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused => NeverSent(
            "the proxy does not let us through" + (refused.StatusCode is { } status ? $" ({(int)status})" : ""), failure),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Unresolved(failure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => NeverSent(Unconnected(Socket(failure)), failure),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new("what came is no HTTP answer", failure) { BadAnswer = true, HasAnswer = true },
        // What the handler's own timer ended, not the caller.
        OperationCanceledException => NeverSent($"no connection within {TenantHttpClient.ConnectTimeout(options).TotalSeconds:0.###} s", failure),
        HttpRequestException or IOException => new("the connection was cut before an answer" + Through(), failure),
        _ => null,
    };

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

    private TransientFaultException Unresolved(Exception failure)
    {
        // Only a definite "no such name" is final: a name server that is slow or away says "try again".
        var error = Socket(failure);
        return error is SocketError.HostNotFound or SocketError.NoData
            ? new TransientFaultException("no such host" + Through(), failure) { NeverSent = true, IsFinalBeforeContact = true }
            : NeverSent("the name cannot be looked up for now (DNS)", failure);
    }

    private TransientFaultException NeverSent(string reason, Exception failure) => new(reason + Through(), failure) { NeverSent = true };

    private string Through() => _proxy.GetProxy(options.BaseUrl) is { } proxy ? $" (through the proxy {proxy.Authority})" : "";
}
