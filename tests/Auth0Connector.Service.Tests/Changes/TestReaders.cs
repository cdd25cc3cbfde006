using System.Text;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;
using Auth0Connector.Service.Secrets.Age;
using Auth0Connector.Service.Tests.Credentials;
using Google.Protobuf;

namespace Auth0Connector.Service.Tests.Changes;

/// <summary>Who reads passwords in these tests: everybody by the key of the connector's own secret.</summary>
internal static class TestReaders
{
    public static ConnectorSecret Own { get; } = ConnectorSecret.Parse(TestKeys.Secret);

    public static EncryptionConfig Reader => new()
    {
        Provider = "baton/jwk/v1",
        JwkPublicKeyConfig = new() { PubKey = ByteString.CopyFromUtf8($$"""{"kty":"OKP","crv":"Ed25519","x":"{{TestKeys.X}}"}""") },
    };

    public static EncryptionConfig NoReader => new() { Provider = "nothing" };

    public static string Read(EncryptedData secret)
    {
        using var identity = new SshEd25519Identity(TestKeys.Seed);
        return Encoding.UTF8.GetString(AgeFile.Open(identity, Convert.FromBase64String(secret.EncryptedBytes.ToStringUtf8())));
    }

    public static CredentialOptions Random(int length = 24) => new() { RandomPassword = new() { Length = length } };

    public static CredentialOptions Encrypted(string password) => new()
    {
        EncryptedPassword = new() { EncryptedPasswords = { SecretRecipients.Check([Reader]).Seal("password", Encoding.UTF8.GetBytes(password)) } },
    };
}
