using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;

namespace Auth0Connector.ControlPlane.Identity;

/// <summary>The credentials that the cloud gave out: made at the start, known to nobody else.</summary>
internal sealed class ConnectorKeys
{
    private readonly Ed25519PublicKeyParameters _public;

    public ConnectorKeys(string? keyId)
    {
        KeyId = keyId;
        var secret = new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize));
        _public = secret.GeneratePublicKey();
        Secret = SecretText(secret.GetEncoded(), _public.GetEncoded(), keyId);
        Thumbprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            $$"""{"crv":"Ed25519","kty":"OKP","x":"{{Base64Url.Text(_public.GetEncoded())}}"}""")));
    }

    /// <summary>The kid of the JWK; most have none.</summary>
    public string? KeyId { get; }

    /// <summary>The client secret as text.</summary>
    public string Secret { get; }

    /// <summary>The JWK's thumbprint in lower-case hex.</summary>
    public string Thumbprint { get; }

    /// <summary>The 32 bytes of the public key.</summary>
    public byte[] PublicKey => _public.GetEncoded();

    public bool Signed(ReadOnlySpan<byte> text, byte[] signature)
    {
        var bytes = text.ToArray();
        return signature.Length == Ed25519PrivateKeyParameters.SignatureSize
            && _public.Verify(Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, bytes, 0, bytes.Length, signature, 0);
    }

    private static string SecretText(byte[] seed, byte[] publicKey, string? keyId)
    {
        var kid = keyId is null ? "" : $",\"kid\":\"{keyId}\"";
        var jwk = $$"""{"kty":"OKP","crv":"Ed25519","x":"{{Base64Url.Text(publicKey)}}","d":"{{Base64Url.Text(seed)}}"{{kid}}}""";
        return $"secret-token:conductorone.com:v1:{Base64Url.Text(Encoding.UTF8.GetBytes(jwk))}";
    }
}
