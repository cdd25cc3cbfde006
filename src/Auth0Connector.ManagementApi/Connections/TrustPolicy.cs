using System.Security.Cryptography.X509Certificates;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>Whom to believe that a server is who it says: the system's authorities and those that are named.</summary>
internal static class TrustPolicy
{
    public static X509ChainPolicy With(IReadOnlyList<X509Certificate2> authorities)
    {
        // The platform's default for private authorities: they seldom publish a list of what they have revoked.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        foreach (var location in (StoreLocation[])[StoreLocation.LocalMachine, StoreLocation.CurrentUser])
        {
            using var store = new X509Store(StoreName.Root, location);
            store.Open(OpenFlags.ReadOnly);
            policy.CustomTrustStore.AddRange(store.Certificates);
        }

        foreach (var authority in authorities)
        {
            policy.CustomTrustStore.Add(authority);
        }

        return policy;
    }
}
