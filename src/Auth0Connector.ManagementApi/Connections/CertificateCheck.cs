using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>Says why a certificate is not trusted. It never accepts one that the platform refuses.</summary>
internal static class CertificateCheck
{
    /// <exception cref="UntrustedCertificateException">The platform does not trust the certificate.</exception>
    public static bool Verify(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new UntrustedCertificateException(Why(certificate, chain, errors));

    private static string Why(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var found = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status);
        if (found.HasFlag(X509ChainStatusFlags.NotTimeValid) && certificate is X509Certificate2 dated)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"is valid from {dated.NotBefore.ToUniversalTime():u} to {dated.NotAfter.ToUniversalTime():u} only (expired, or this machine's clock is wrong)");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "never came";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "is for another name";
        }

        var why = found switch
        {
            _ when (found & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != X509ChainStatusFlags.NoError => "unknown authority",
            _ when found.HasFlag(X509ChainStatusFlags.Revoked) => "revoked",
            _ => found.ToString(),
        };
        return $"is not trusted here ({why}); if it comes from a private authority, name its certificate by --ca-file";
    }
}
