using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Service.Secrets;

/// <summary>Seals to a key of an elliptic curve: a compact JWE with ECDH-ES, the key agreed upon used directly, and A256GCM (RFC 7516, 7518).</summary>
internal static class EcdhJwe
{
    private const string Encryption = "A256GCM";
    private const int KeyBits = 256;
    private const int TagSize = 16;

    /// <summary>The compact text of a JWE that whoever has the private part of the point can open.</summary>
    public static byte[] Seal(EcCurve curve, ECPoint point, ReadOnlySpan<byte> secret)
    {
        using var own = ECDiffieHellman.Create(curve.Curve);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = curve.Curve, Q = point });
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var key = Derive(shared);
        CryptographicOperations.ZeroMemory(shared);

        var header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Header(curve, own.ExportParameters(includePrivateParameters: false).Q)));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (sealedBytes, tag) = (new byte[secret.Length], new byte[TagSize]);
        using (var cipher = new AesGcm(key, TagSize))
        {
            cipher.Encrypt(nonce, secret, sealedBytes, tag, Encoding.ASCII.GetBytes(header));
        }

        CryptographicOperations.ZeroMemory(key);

        // Between the two dots would stand an encrypted key, of which this way has none.
        return Encoding.ASCII.GetBytes($"{header}..{Base64Url.EncodeToString(nonce)}.{Base64Url.EncodeToString(sealedBytes)}.{Base64Url.EncodeToString(tag)}");
    }

    private static string Header(EcCurve curve, ECPoint ephemeral) =>
        $$$"""{"alg":"ECDH-ES","enc":"{{{Encryption}}}","epk":{"kty":"EC","crv":"{{{curve.Name}}}","x":"{{{Base64Url.EncodeToString(ephemeral.X)}}}","y":"{{{Base64Url.EncodeToString(ephemeral.Y)}}}"}}""";

    // The Concat KDF of NIST in one round, with what RFC 7518 (section 4.6.2) puts beside the secret; both parties have no names.
    private static byte[] Derive(byte[] shared)
    {
        var name = Encoding.ASCII.GetBytes(Encryption);
        var input = new byte[4 + shared.Length + 4 + name.Length + 4 + 4 + 4];
        var at = Number(input, 0, 1);
        shared.CopyTo(input, at);
        at = Number(input, at + shared.Length, name.Length);
        name.CopyTo(input, at);
        at = Number(input, at + name.Length, 0);
        at = Number(input, at, 0);
        Number(input, at, KeyBits);
        var key = SHA256.HashData(input);
        CryptographicOperations.ZeroMemory(input);
        return key;
    }

    private static int Number(byte[] into, int at, int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(into.AsSpan(at), number);
        return at + 4;
    }
}
