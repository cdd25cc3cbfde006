using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Tests.Credentials;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>A cloud of bare sockets under TLS that speaks HTTP/1.1: what it answers to a question for a token is the test's.</summary>
internal sealed class RawCloud : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly LoopbackServer _server;
    private int _requests;

    /// <param name="answer">Gets the connection after the head of a request came; the connection is closed afterwards.</param>
    /// <param name="name">The certificate's.</param>
    /// <param name="hours">How long the certificate is good; negative: since when it is not.</param>
    public RawCloud(Func<Stream, CancellationToken, Task> answer, string name = "localhost", int hours = 1)
    {
        _answer = answer;
        (Authority, _certificate) = Certificates(name, hours);
        _server = new LoopbackServer(ServeAsync);
    }

    /// <summary>The authority of its certificate.</summary>
    public X509Certificate2 Authority { get; }

    public int Port => _server.Port;

    public int Requests => Volatile.Read(ref _requests);

    public CloudOptions Options => new()
    {
        Id = ConnectorId.Parse($"swift-otter@localhost:{Port}/spc"),
        Secret = ConnectorSecret.Parse(TestKeys.Secret),
        HostId = "host-1",
        Authorities = [Authority],
    };

    /// <summary>One answer to everything.</summary>
    public static RawCloud Answering(string head, string body) => new((stream, stop) => WriteAsync(stream, head, body, stop));

    public static Task WriteAsync(Stream stream, string head, string body, CancellationToken stop) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), stop).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        Authority.Dispose();
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        await using var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate, ApplicationProtocols = [SslApplicationProtocol.Http11] }, stop);
        var read = new StringBuilder();
        var bytes = new byte[4096];
        while (!read.ToString().Contains("client_assertion=", StringComparison.Ordinal))
        {
            var count = await secure.ReadAsync(bytes, stop);
            if (count == 0)
            {
                return;
            }

            read.Append(Encoding.Latin1.GetString(bytes, 0, count));
        }

        Interlocked.Increment(ref _requests);
        await _answer(secure, stop);
        await secure.ShutdownAsync();
    }

    private static (X509Certificate2 Authority, X509Certificate2 Server) Certificates(string name, int hours)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Raw cloud of the tests", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var authority = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, now.AddHours(-9), now.AddHours(hours), RandomNumberGenerator.GetBytes(12));
        using var pair = signed.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadCertificate(authority.RawData), X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null));
    }
}
