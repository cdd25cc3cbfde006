using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Who opens what is sealed to an <see cref="SshEd25519Recipient"/>.</summary>
internal sealed class SshEd25519Identity : IDisposable
{
    private readonly SshEd25519Recipient _self;
    private readonly byte[] _secret;

    /// <summary>The identity of a private key's seed of 32 bytes.</summary>
    public SshEd25519Identity(ReadOnlySpan<byte> seed)
    {
        byte[] own = [.. seed];
        var key = new byte[Curve25519.Size];
        Ed25519.GeneratePublicKey(own, 0, key, 0);
        _self = new SshEd25519Recipient(key);
        var hash = SHA512.HashData(own);
        _secret = hash[..Curve25519.Size];
        CryptographicOperations.ZeroMemory(hash);
        CryptographicOperations.ZeroMemory(own);
    }

    /// <summary>Opens a stanza; <see langword="false"/> where it is for somebody else, or damaged.</summary>
    public bool TryUnwrap(AgeStanza stanza, Span<byte> fileKey)
    {
        if (stanza.Type != SshEd25519Recipient.Type || stanza.Arguments is not [var tag, var point] || tag != _self.Tag
            || stanza.Body.Length != AgeFile.FileKeySize + AgeCipher.TagSize || AgeText.TryDecode(point, Curve25519.Size) is not { } ephemeral
            || _self.WrapKey(_secret, ephemeral, ephemeral) is not { } key)
        {
            return false;
        }

        var isOpen = AgeCipher.TryUnwrap(key, stanza.Body, fileKey);
        CryptographicOperations.ZeroMemory(key);
        return isOpen;
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);
}
