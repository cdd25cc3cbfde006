using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi;

/// <summary>Goes the way that every request goes, once and without credentials, and tells what it met.</summary>
public static class ServerProbe
{
    /// <summary>Asks the tenant's public description of itself; any answer will do.</summary>
    /// <param name="options">How the tenant is reached.</param>
    /// <param name="clock">This machine's clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ServerReach> AskAsync(ManagementApiOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (server, connection) = (options.BaseUrl, TenantHttpClient.Connection(options));
        var proxy = EnvironmentProxy.Of(connection).GetProxy(server);
        PresentedCertificate? certificate = null;
        using var handler = ConnectionHandler.Create(connection);
        var verify = handler.SslOptions.RemoteCertificateValidationCallback!;
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, presented, chain, errors) =>
        {
            certificate = Describe(presented, chain, errors);
            return verify(sender, presented, chain, errors);
        };

        var reach = new ServerReach
        {
            Proxy = proxy?.Authority,
            Addresses = proxy is null ? await LookUpAsync(server.IdnHost, cancellationToken) : null,
        };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(ConnectionHandler.Product);
        try
        {
            using var answer = await http.GetAsync(new Uri(server, ".well-known/openid-configuration"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return reach with
            {
                Certificate = certificate,
                Status = answer.StatusCode,
                ClockDifference = answer.Headers.Date is { } date ? date - Truncated(clock.GetUtcNow()) : null,
            };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && (failure is HttpRequestException or OperationCanceledException))
        {
            return reach with
            {
                Certificate = certificate,
                Trouble = ConnectionTrouble.Of(failure, server, connection)?.Words ?? "the connection was cut before an answer",
            };
        }
    }

    // The header has whole seconds.
    private static DateTimeOffset Truncated(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static async Task<IReadOnlyList<IPAddress>?> LookUpAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException)
        {
            // The question itself says in words what is wrong with the name.
            return null;
        }
    }

    private static PresentedCertificate? Describe(X509Certificate? presented, X509Chain? chain, SslPolicyErrors errors) => presented is X509Certificate2 certificate
        ? new PresentedCertificate(
            certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false),
            certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            new DateTimeOffset(certificate.NotAfter),
            chain?.ChainElements.Count ?? 0,
            errors == SslPolicyErrors.None)
        : null;
}
