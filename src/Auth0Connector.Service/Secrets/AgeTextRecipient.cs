using System.Security.Cryptography;
using System.Text;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets.Age;
using Google.Protobuf;

namespace Auth0Connector.Service.Secrets;

/// <summary>A recipient by the text that age writes for one, <c>age1...</c>.</summary>
internal sealed class AgeTextRecipient : ISecretRecipient
{
    /// <summary>The ecosystem's name for it.</summary>
    public const string Provider = "baton/age/v1";

    private const int MostCharacters = 4096;
    private const string HybridPart = "age1pq1";

    private readonly X25519Recipient _recipient;
    private readonly string _keyId;

    /// <exception cref="FormatException">The text names nobody.</exception>
    public AgeTextRecipient(string text)
    {
        if (text.Length is 0 or > MostCharacters)
        {
            throw new FormatException(text.Length == 0 ? "the recipient is empty" : "the recipient is too long");
        }

        if (text.StartsWith(HybridPart, StringComparison.Ordinal))
        {
            throw new FormatException("recipients of the hybrid kind (age1pq1...) are not offered here; give one of X25519 (age1...) or a JWK");
        }

        _recipient = X25519Recipient.Parse(text);
        _keyId = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }

    /// <inheritdoc/>
    public EncryptedData Seal(ReadOnlySpan<byte> secret) => new()
    {
        Provider = Provider,
        KeyIds = { _keyId },
        EncryptedBytes = ByteString.CopyFrom(AgeFile.Seal(_recipient, secret)),
    };
}
