using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Stands before a tenant as a private TLS proxy does: a certificate for localhost from an authority that nobody knows.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly X509Certificate2 _certificate;
    private readonly int _target;

    public TlsFront(int target)
    {
        _target = target;
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Private Authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        AuthorityPem = root.ExportCertificatePem();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(root, now.AddHours(-1), now.AddHours(1), [1, 2, 3]);
        using var pair = signed.CopyWithPrivateKey(key);
        _certificate = X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        _server = new LoopbackServer(PassOnAsync);
    }

    public string AuthorityPem { get; }

    public string Url => $"https://localhost:{_server.Port}";

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    // A client that does not trust the certificate hangs up: that is what some tests are about.
    private async Task PassOnAsync(TcpClient client, CancellationToken stop)
    {
        await using var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
        using var tenant = new TcpClient();
        await tenant.ConnectAsync(IPAddress.Loopback, _target, stop);
        await using var plain = tenant.GetStream();
        await Task.WhenAny(secure.CopyToAsync(plain, stop), plain.CopyToAsync(secure, stop));
    }
}
