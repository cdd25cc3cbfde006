using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Public keys in SSH's wire form (RFC 4253), by whose hash age knows them.</summary>
internal static class SshWire
{
    public const int TagSize = 4;

    public static byte[] Ed25519(byte[] key) => [.. Field(Encoding.ASCII.GetBytes("ssh-ed25519")), .. Field(key)];

    public static byte[] Rsa(byte[] exponent, byte[] modulus) =>
        [.. Field(Encoding.ASCII.GetBytes("ssh-rsa")), .. Field(Number(exponent)), .. Field(Number(modulus))];

    /// <summary>The short hash by which a stanza names its key.</summary>
    public static string Tag(byte[] wire) => AgeText.Encode(SHA256.HashData(wire).AsSpan(0, TagSize));

    private static byte[] Field(byte[] content)
    {
        var field = new byte[4 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(field, content.Length);
        content.CopyTo(field, 4);
        return field;
    }

    // A number is signed: where its topmost bit is set, a nought goes before.
    private static byte[] Number(byte[] bigEndian) => bigEndian[0] >= 0x80 ? [0, .. bigEndian] : bigEndian;
}
