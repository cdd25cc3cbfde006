using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Reads the certificates of private authorities (<c>--ca-file</c>).</summary>
internal static class AuthorityReader
{
    private const int MostBytes = 1 << 20;

    public static IReadOnlyList<X509Certificate2> Read(ResolvedSettings settings, Host host)
    {
        if (settings.Given(TenantFlags.CaFile) is not { } given)
        {
            return [];
        }

        var label = $"{given.Label}: '{Printable.Short(given.Text)}'";
        var pem = SettingFile.ReadText(host.FullPath(given.Text), label, "the file with the authority's certificate", MostBytes);
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return certificates.Count > 0
                ? [.. certificates]
                : throw new UsageException($"{label} holds no certificate; give PEM text that begins with -----BEGIN CERTIFICATE-----");
        }
        catch (CryptographicException failure)
        {
            throw new UsageException($"{label} holds a certificate that cannot be read; give PEM text as the authority hands it out", failure);
        }
    }
}
