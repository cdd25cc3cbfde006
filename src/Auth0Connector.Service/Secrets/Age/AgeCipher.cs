using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>
/// The two primitives of age: HKDF-SHA256 and ChaCha20-Poly1305. The latter is BouncyCastle's, as the framework's own
/// is not there on every system.
/// </summary>
internal static class AgeCipher
{
    public const int KeySize = 32;
    public const int NonceSize = 12;
    public const int TagSize = 16;

    // A key that is used once needs no nonce.
    private static readonly byte[] ZeroNonce = new byte[NonceSize];

    public static byte[] Derive(ReadOnlySpan<byte> input, ReadOnlySpan<byte> salt, string label)
    {
        // The first half of HKDF by hand: for an empty input, which age has, the framework's own fails with OpenSSL 3.
        var extracted = HMACSHA256.HashData(salt, input);
        var key = new byte[KeySize];
        HKDF.Expand(HashAlgorithmName.SHA256, extracted, key, Encoding.ASCII.GetBytes(label));
        CryptographicOperations.ZeroMemory(extracted);
        return key;
    }

    /// <summary>Seals a file key with a key that is used for nothing else.</summary>
    public static byte[] Wrap(byte[] key, ReadOnlySpan<byte> fileKey)
    {
        var sealedKey = new byte[fileKey.Length + TagSize];
        Run(forEncryption: true, key, ZeroNonce, fileKey, sealedKey);
        return sealedKey;
    }

    /// <summary>Opens a wrapped file key; <see langword="false"/> where the key is another.</summary>
    public static bool TryUnwrap(byte[] key, ReadOnlySpan<byte> wrapped, Span<byte> fileKey) =>
        TryOpen(key, ZeroNonce, wrapped, fileKey);

    public static void Seal(byte[] key, byte[] nonce, ReadOnlySpan<byte> plain, Span<byte> output) =>
        Run(forEncryption: true, key, nonce, plain, output);

    public static bool TryOpen(byte[] key, byte[] nonce, ReadOnlySpan<byte> sealedBytes, Span<byte> output)
    {
        try
        {
            Run(forEncryption: false, key, nonce, sealedBytes, output);
            return true;
        }
        catch (InvalidCipherTextException)
        {
            return false;
        }
    }

    private static void Run(bool forEncryption, byte[] key, byte[] nonce, ReadOnlySpan<byte> input, Span<byte> output)
    {
        var cipher = new Org.BouncyCastle.Crypto.Modes.ChaCha20Poly1305();
        cipher.Init(forEncryption, new ParametersWithIV(new KeyParameter(key), nonce));
        var written = cipher.ProcessBytes(input, output);
        cipher.DoFinal(output[written..]);
    }
}
