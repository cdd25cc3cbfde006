using System.Security.Cryptography;
using System.Text;
using Auth0Connector.Service.Protocol;
using Google.Protobuf;

namespace Auth0Connector.Service.Secrets;

/// <summary>A recipient by a JSON Web Key; known by the hex of its thumbprint (RFC 7638).</summary>
/// <param name="thumbprinted">The members of the key that its thumbprint is of, as that RFC writes them.</param>
/// <param name="seal">Seals for the key.</param>
internal sealed class JwkRecipient(string thumbprinted, JwkRecipient.Sealing seal) : ISecretRecipient
{
    /// <summary>The ecosystem's name for it.</summary>
    public const string Provider = "baton/jwk/v1";

    private readonly string _keyId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(thumbprinted)));

    /// <summary>Seals a secret for a key.</summary>
    public delegate byte[] Sealing(ReadOnlySpan<byte> secret);

    /// <inheritdoc/>
    public EncryptedData Seal(ReadOnlySpan<byte> secret) => new()
    {
        Provider = Provider,
        KeyId = _keyId,
        KeyIds = { _keyId },

        // Text, unlike what goes to recipients of age alone.
        EncryptedBytes = ByteString.CopyFromUtf8(Convert.ToBase64String(seal(secret))),
    };
}
