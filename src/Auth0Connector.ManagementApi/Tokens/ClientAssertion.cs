using System.Security.Cryptography;
using Auth0Connector.ManagementApi.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auth0Connector.ManagementApi.Tokens;

/// <summary>Signs <c>private_key_jwt</c> assertions (API reference, section 1.2).</summary>
internal static class ClientAssertion
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    // Five minutes are allowed, one is advised.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public static string Create(ManagementApiOptions options, ClientCredential.PrivateKey credential, DateTimeOffset now)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(credential.Pem);
        // Signature providers are cached by key; the key does not outlive this call.
        var key = new RsaSecurityKey(rsa) { KeyId = credential.KeyId, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = options.ClientId,
            Audience = options.BaseUrl.AbsoluteUri,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = options.ClientId,
                ["jti"] = Guid.NewGuid().ToString("N"),
            },
            SigningCredentials = new SigningCredentials(key, credential.Algorithm),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }
}
