using System.Text;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets.Age;

namespace Auth0Connector.Service.Secrets;

/// <summary>A password that ConductorOne encrypted to the connector's own key, that of its client secret.</summary>
public static class SealedPassword
{
    private const int MostBytes = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The password.</summary>
    /// <exception cref="SecretException">None is encrypted to this key, or it cannot be opened.</exception>
    public static string Open(CredentialOptions.Types.EncryptedPassword asked, ConnectorSecret secret)
    {
        var own = asked.EncryptedPasswords.FirstOrDefault(data => data.KeyIds.Append(data.KeyId).Any(id => id == secret.KeyId || id == secret.Thumbprint))
            ?? throw new SecretException($"no encrypted password matched client secret key id {secret.KeyId}");
        try
        {
            if (own.EncryptedBytes.Length > MostBytes)
            {
                throw new FormatException("it is too long");
            }

            using var identity = new SshEd25519Identity(secret.Seed);
            var password = Strict.GetString(AgeFile.Open(identity, Convert.FromBase64String(own.EncryptedBytes.ToString(Encoding.Latin1))));
            return password.Length > 0 ? password : throw new FormatException("it is empty");
        }
        catch (Exception wrong) when (wrong is FormatException or DecoderFallbackException)
        {
            // What the decoder says would quote the password's bytes.
            throw new SecretException($"the encrypted password cannot be opened: {(wrong is FormatException ? wrong.Message : "it is no text")}; nothing was changed");
        }
    }
}
