using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace Auth0Connector.Service.Tests.Secrets;

/// <summary>Opens what is sealed, by code that shares nothing with what seals; held to the ecosystem's own files by the vectors.</summary>
internal static class Readers
{
    private const string Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /// <summary>Opens a file for X25519.</summary>
    public static string X25519(byte[] file, byte[] secret) => Age(file, (type, arguments, body) =>
    {
        Assert.Equal("X25519", type);
        var theirs = Unpadded(Assert.Single(arguments));
        var own = new X25519PrivateKeyParameters(secret);
        var shared = new byte[32];
        var agreement = new X25519Agreement();
        agreement.Init(own);
        agreement.CalculateAgreement(new X25519PublicKeyParameters(theirs), shared, 0);
        return Unwrapped(Hkdf(shared, [.. theirs, .. own.GeneratePublicKey().GetEncoded()], "age-encryption.org/v1/X25519"), body);
    });

    /// <summary>Opens a file for an RSA key.</summary>
    public static string Rsa(byte[] file, RSAParameters key) => Age(file, (type, arguments, body) =>
    {
        Assert.Equal("ssh-rsa", type);
        Assert.Single(arguments);
        var oaep = new OaepEncoding(new RsaEngine(), new Sha256Digest(), new Sha256Digest(), Encoding.ASCII.GetBytes("age-encryption.org/v1/ssh-rsa"));
        oaep.Init(forEncryption: false, new RsaKeyParameters(isPrivate: true, new(1, key.Modulus), new(1, key.D)));
        return oaep.ProcessBlock(body, 0, body.Length);
    });

    /// <summary>Opens a compact JWE by the private part of its curve.</summary>
    public static string Jwe(string compact, ECParameters key)
    {
        var parts = compact.Split('.');
        Assert.Equal(5, parts.Length);
        Assert.Empty(parts[1]);
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        Assert.Equal("ECDH-ES", header.RootElement.GetProperty("alg").GetString());
        Assert.Equal("A256GCM", header.RootElement.GetProperty("enc").GetString());
        var point = header.RootElement.GetProperty("epk");
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = key.Curve,
            Q = new ECPoint { X = Coordinate(point, "x"), Y = Coordinate(point, "y") },
        });
        using var own = ECDiffieHellman.Create(key);
        byte[] other = [0, 0, 0, 7, .. "A256GCM"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0];
        var secret = own.DeriveKeyFromHash(theirs.PublicKey, HashAlgorithmName.SHA256, [0, 0, 0, 1], other);
        using var cipher = new AesGcm(secret, 16);
        var plain = new byte[Base64Url.DecodeFromChars(parts[3]).Length];
        cipher.Decrypt(Base64Url.DecodeFromChars(parts[2]), Base64Url.DecodeFromChars(parts[3]), Base64Url.DecodeFromChars(parts[4]), plain, Encoding.ASCII.GetBytes(parts[0]));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The bytes of a Bech32 text, its checksum not looked at.</summary>
    public static byte[] Bech32(string text)
    {
        var bits = string.Concat(text.ToLowerInvariant()[(text.LastIndexOf('1') + 1)..^6].Select(static letter => Convert.ToString(Letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2))];
    }

    private static string Age(byte[] file, Func<string, string[], byte[], byte[]> unwrap)
    {
        var end = file.AsSpan().IndexOf("\n--- "u8);
        var header = Encoding.ASCII.GetString(file, 0, end + 4);
        var lines = header.Split('\n');
        Assert.Equal("age-encryption.org/v1", lines[0]);
        var words = lines[1].Split(' ');
        Assert.Equal("->", words[0]);
        Assert.All(lines[2..^2], static line => Assert.Equal(64, line.Length));
        Assert.True(lines[^2].Length < 64);
        var fileKey = unwrap(words[1], words[2..], Unpadded(string.Concat(lines[2..^1])));
        Assert.Equal(16, fileKey.Length);

        var macEnd = Array.IndexOf(file, (byte)'\n', end + 1);
        var mac = Unpadded(Encoding.ASCII.GetString(file, end + 5, macEnd - end - 5));
        Assert.Equal(HMACSHA256.HashData(Hkdf(fileKey, [], "header"), Encoding.ASCII.GetBytes(header)), mac);

        using var cipher = new ChaCha20Poly1305(Hkdf(fileKey, file[(macEnd + 1)..(macEnd + 17)], "payload"));
        var plain = new List<byte>();
        var chunks = file[(macEnd + 17)..].Chunk(65536 + 16).ToArray();
        foreach (var (number, chunk) in chunks.Index())
        {
            var nonce = new byte[12];
            (nonce[9], nonce[10], nonce[11]) = ((byte)(number >> 8), (byte)number, (byte)(number == chunks.Length - 1 ? 1 : 0));
            var opened = new byte[chunk.Length - 16];
            cipher.Decrypt(nonce, chunk[..^16], chunk[^16..], opened);
            plain.AddRange(opened);
        }

        return Encoding.UTF8.GetString([.. plain]);
    }

    private static byte[] Unwrapped(byte[] key, byte[] body)
    {
        using var cipher = new ChaCha20Poly1305(key);
        var plain = new byte[body.Length - 16];
        cipher.Decrypt(new byte[12], body[..^16], body[^16..], plain);
        return plain;
    }

    private static byte[] Hkdf(byte[] input, byte[] salt, string label)
    {
        var generator = new HkdfBytesGenerator(new Sha256Digest());
        generator.Init(new HkdfParameters(input, salt.Length == 0 ? null : salt, Encoding.ASCII.GetBytes(label)));
        var key = new byte[32];
        generator.GenerateBytes(key, 0, key.Length);
        return key;
    }

    private static byte[] Unpadded(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    private static byte[] Coordinate(JsonElement point, string name) => Base64Url.DecodeFromChars(point.GetProperty(name).GetString());
}
