using Auth0Connector.Service.Protocol;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Draws, seals and opens passwords.</summary>
internal sealed class PasswordSecrets
{
    /// <summary>A password as it is asked for.</summary>
    public required Func<CredentialOptions.Types.RandomPassword, string> Draw { get; init; }

    /// <summary>Checks everybody who is to read a secret, and gives what seals one for all of them.</summary>
    public required Func<IReadOnlyList<EncryptionConfig>, Func<string, byte[], IReadOnlyList<EncryptedData>>> Check { get; init; }

    /// <summary>The password that was encrypted to the connector itself.</summary>
    public required Func<CredentialOptions.Types.EncryptedPassword, string> Open { get; init; }
}
