using System.Security.Cryptography;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>A recipient by age's own kind of key.</summary>
internal sealed class X25519Recipient : IAgeRecipient
{
    private const string Type = "X25519";
    private const string Label = "age-encryption.org/v1/X25519";
    private const string HumanPart = "age";

    private readonly byte[] _point;

    private X25519Recipient(byte[] point)
    {
        _point = point;
    }

    /// <summary>The recipient that a text names.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static X25519Recipient Parse(string text)
    {
        var (human, point) = Bech32.Decode(text);
        if (human != HumanPart)
        {
            throw new FormatException("the recipient is of a kind other than X25519 (age1...)");
        }

        if (point.Length != Curve25519.Size)
        {
            throw new FormatException($"the recipient has {point.Length} bytes; a key has {Curve25519.Size}");
        }

        return Curve25519.IsUsable(point)
            ? new X25519Recipient(point)
            : throw new FormatException("the recipient's key is one with which everybody could open it");
    }

    /// <inheritdoc/>
    public AgeStanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var secret = Curve25519.NewSecret();
        var ephemeral = Curve25519.PublicOf(secret);
        var shared = Curve25519.Agree(secret, _point) ?? throw new CryptographicException("an agreement with a checked key came to nought");
        var key = AgeCipher.Derive(shared, [.. ephemeral, .. _point], Label);
        var stanza = new AgeStanza(Type, [AgeText.Encode(ephemeral)], AgeCipher.Wrap(key, fileKey));
        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(shared);
        CryptographicOperations.ZeroMemory(key);
        return stanza;
    }
}
