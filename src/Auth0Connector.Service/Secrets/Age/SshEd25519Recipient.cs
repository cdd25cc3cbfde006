using System.Security.Cryptography;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>A recipient by an Ed25519 key, as age knows those of SSH.</summary>
internal sealed class SshEd25519Recipient : IAgeRecipient
{
    public const string Type = "ssh-ed25519";

    private const string Label = "age-encryption.org/v1/ssh-ed25519";

    private readonly byte[] _wire;
    private readonly byte[] _point;

    /// <summary>The recipient of a public key.</summary>
    /// <exception cref="FormatException">The key cannot be used.</exception>
    public SshEd25519Recipient(byte[] key)
    {
        _point = Curve25519.OfEd25519(key);
        _wire = SshWire.Ed25519(key);
    }

    /// <summary>The short hash of the key, which a stanza begins with.</summary>
    public string Tag => SshWire.Tag(_wire);

    /// <inheritdoc/>
    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var secret = Curve25519.NewSecret();
        var ephemeral = Curve25519.PublicOf(secret);
        var key = WrapKey(secret, _point, ephemeral) ?? throw new CryptographicException("an agreement with a checked key came to nought");
        var stanza = new AgeStanza(Type, [Tag, AgeText.Encode(ephemeral)], AgeCipher.Wrap(key, fileKey));
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(key);
        return stanza;
    }

    /// <summary>The key around the file key, from one's own secret and the other side's point; <see langword="null"/> where that is of low order.</summary>
    public byte[]? WrapKey(byte[] secret, byte[] point, byte[] ephemeral)
    {
        if (Curve25519.Agree(secret, point) is not { } agreed)
        {
            return null;
        }

        // The tweak ties the agreement to this SSH key.
        var shared = Curve25519.Agree(AgeCipher.Derive([], _wire, Label), agreed);
        CryptographicOperations.ZeroMemory(agreed);
        if (shared is null)
        {
            return null;
        }

        var key = AgeCipher.Derive(shared, [.. ephemeral, .. _point], Label);
        CryptographicOperations.ZeroMemory(shared);
        return key;
    }
}
