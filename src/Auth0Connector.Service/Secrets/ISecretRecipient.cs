using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Secrets;

/// <summary>Somebody who is to read a secret, checked before there is one.</summary>
internal interface ISecretRecipient
{
    /// <summary>The secret as only they can read it, with how they know which key opens it.</summary>
    EncryptedData Seal(ReadOnlySpan<byte> secret);
}
