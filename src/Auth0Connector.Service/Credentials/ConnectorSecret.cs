using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Auth0Connector.Service.Credentials;

/// <summary>
/// A connector's client secret, <c>A:B:v1:DATA</c>: the Ed25519 key that signs its assertions and to which ConductorOne
/// encrypts passwords (service-mode.md, section 2.3). Its text is masked, so that no log call can leak it by accident.
/// </summary>
public sealed class ConnectorSecret
{
    private const int Parts = 4;
    private const int VersionPart = 2;
    private const int DataPart = 3;
    private const int MostCharacters = 1 << 14;

    private readonly Ed25519PrivateKeyParameters _key;
    private readonly byte[] _seed;
    private readonly string[] _texts;

    private ConnectorSecret(PrivateJwk jwk, Ed25519PrivateKeyParameters key, string[] texts)
    {
        _key = key;
        _seed = jwk.D;
        _texts = texts;
        PublicKey = jwk.X;
        NamedKeyId = string.IsNullOrEmpty(jwk.KeyId) ? null : jwk.KeyId;
        KeyId = NamedKeyId ?? Thumbprint;
    }

    /// <summary>The id by which ConductorOne names this key: the JWK's own <c>kid</c>, or the <see cref="Thumbprint"/>.</summary>
    public string KeyId { get; }

    /// <summary>Lowercase hex of the JWK's SHA-256 thumbprint (RFC 7638).</summary>
    public string Thumbprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        $$"""{"crv":"Ed25519","kty":"OKP","x":"{{Base64Url.EncodeToString(PublicKey)}}"}""")));

    /// <summary>The public key, 32 bytes.</summary>
    internal byte[] PublicKey { get; }

    /// <summary>The private key, 32 bytes, for what is encrypted to it.</summary>
    internal ReadOnlySpan<byte> Seed => _seed;

    /// <summary>The <c>kid</c> that assertions name: none where the JWK has none.</summary>
    internal string? NamedKeyId { get; }

    /// <summary>Takes a client secret apart and checks that it holds a private key that can sign.</summary>
    /// <exception cref="CredentialFormatException">It is no client secret.</exception>
    public static ConnectorSecret Parse(string text)
    {
        var whole = text.Trim();
        if (whole.Length is 0 or > MostCharacters)
        {
            throw Wrong(whole.Length == 0 ? "it is empty" : $"it has more than {MostCharacters} characters");
        }

        var parts = whole.Split(':', Parts);
        if (parts.Length < Parts)
        {
            throw Wrong($"it has {parts.Length} of its {Parts} parts, which colons separate");
        }

        if (parts[VersionPart] != "v1")
        {
            throw Wrong("its third part is not the version v1");
        }

        var data = PrivateJwk.Decode(parts[DataPart])
            ?? throw Wrong(parts[DataPart].Length == 0 ? "its fourth part is empty" : "its fourth part is no base64url without padding");
        var jwk = PrivateJwk.Read(data);
        var key = new Ed25519PrivateKeyParameters(jwk.D);
        return CryptographicOperations.FixedTimeEquals(key.GeneratePublicKey().GetEncoded(), jwk.X)
            ? new ConnectorSecret(jwk, key, [whole, parts[DataPart], jwk.DText])
            : throw Wrong("its key's public part ('x') does not belong to the private one ('d')");
    }

    /// <summary>An Ed25519 signature, 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }

    /// <summary>Every text from which the key could be read, for a mask that keeps them out of logs.</summary>
    public IReadOnlyList<string> Reveal() => _texts;

    /// <summary>Never the key.</summary>
    public override string ToString() => "***";

    /// <summary>The one form of what is wrong with a secret.</summary>
    internal static CredentialFormatException Wrong(string what) =>
        new($"the client secret is not one: {what}; copy it as ConductorOne showed it when it was made");
}
