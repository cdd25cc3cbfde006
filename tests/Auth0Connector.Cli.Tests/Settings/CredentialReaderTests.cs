using System.Security.Cryptography;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class CredentialReaderTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("s3cret")]
    [InlineData("s3cret\n")]
    [InlineData("s3cret\r\n")]
    public void One_line_break_at_the_end_of_a_secret_file_is_no_part_of_the_secret(string text)
    {
        _workspace.Write("secret", text);
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET_FILE"] = "secret";

        Assert.Equal("s3cret", Assert.IsType<ClientCredential.Secret>(Read()).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_private_key_is_read_in_both_pem_forms(bool pkcs8)
    {
        using var key = RSA.Create(2048);
        _workspace.Write("key.pem", pkcs8 ? key.ExportPkcs8PrivateKeyPem() : key.ExportRSAPrivateKeyPem());
        _workspace.Variables["BATON_AUTH0_PRIVATE_KEY_FILE"] = "key.pem";
        _workspace.Variables["BATON_AUTH0_KEY_ID"] = "k1";
        _workspace.Variables["BATON_AUTH0_SIGNING_ALG"] = "ps256";

        var credential = Assert.IsType<ClientCredential.PrivateKey>(Read());

        Assert.Equal(("k1", "PS256"), (credential.KeyId, credential.Algorithm));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Reading address 0 of oneself fails whoever one is, unlike a file without rights, which root may read.
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET_FILE"] = "/proc/self/mem";

        var failure = Assert.Throws<UsageException>(Read);

        Assert.Equal("BATON_AUTH0_CLIENT_SECRET_FILE: /proc/self/mem cannot be read (the system refused); give the user who runs this the right to read it", failure.Message);
    }

    private ClientCredential Read()
    {
        var host = _workspace.Host(TextWriter.Null, TextWriter.Null);
        return new CredentialReader(new SettingResolver(host, SyncCommand.Definition.Settings).Resolve(SettingSources.Everywhere, SyncCommand.Definition.Settings, new Dictionary<string, SettingValue>()), host).Read();
    }
}
