using System.Security.Cryptography;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Reads the one credential out of its three possible places. No message holds any part of it.</summary>
internal sealed class CredentialReader(ResolvedSettings settings, Host host)
{
    private const int LeastKeyBits = 2048;
    private const long MostBytes = 64 * 1024;

    /// <summary>The places where a credential can stand, and that are given.</summary>
    public static IEnumerable<SettingValue> Given(ResolvedSettings settings) =>
        new[] { TenantFlags.ClientSecret, TenantFlags.ClientSecretFile, TenantFlags.PrivateKeyFile }
            .Select(settings.Given)
            .OfType<SettingValue>();

    /// <summary>Reads it; some place must be given.</summary>
    public ClientCredential Read()
    {
        var places = Given(settings).ToList();
        if (places.Count > 1)
        {
            throw new UsageException($"{places[0].Label} and {places[1].Label} are both given; give one of them");
        }

        if (settings.Given(TenantFlags.PrivateKeyFile) is { } key)
        {
            return ReadKey(key);
        }

        RefuseKeySetting(TenantFlags.KeyId);
        RefuseKeySetting(TenantFlags.SigningAlgorithm);
        return settings.Given(TenantFlags.ClientSecretFile) is { } file
            ? Secret($"{file.Label}: {Printable.Short(file.Text)}", ReadSecretFile(file))
            : Secret(places[0].Label + ":", places[0].Text);
    }

    private static ClientCredential.Secret Secret(string label, string secret)
    {
        if (secret.Length == 0)
        {
            throw new UsageException($"{label} is empty; give the client secret of the application");
        }

        if (secret.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            throw new UsageException($"{label} holds a key, not a client secret; give the key by --auth0-private-key-file");
        }

        if (secret.Any(char.IsControl))
        {
            throw new UsageException($"{label} holds more than one line or a control character; give the client secret and nothing else");
        }

        return secret.Trim().Length == secret.Length
            ? new ClientCredential.Secret(secret)
            : throw new UsageException($"{label} begins or ends with a space; give the client secret and nothing else");
    }

    private string ReadSecretFile(SettingValue file)
    {
        var text = SettingFile.ReadText(host.FullPath(file.Text), $"{file.Label}: {Printable.Short(file.Text)}", "the file that holds the secret", MostBytes);

        // Editors and secret stores end a file with a line break that is no part of the secret.
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
    }

    private ClientCredential.PrivateKey ReadKey(SettingValue file)
    {
        var label = $"{file.Label}: {Printable.Short(file.Text)}";
        var pem = SettingFile.ReadText(host.FullPath(file.Text), label, "the file that holds the private key", MostBytes);
        if (pem.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new UsageException($"{label} is locked with a passphrase; give the key without one (openssl pkey -in KEY -out PLAIN)");
        }

        if (pem.Contains("-----BEGIN PUBLIC KEY", StringComparison.Ordinal) || pem.Contains("-----BEGIN CERTIFICATE", StringComparison.Ordinal))
        {
            throw new UsageException($"{label} holds the public half only; give the private key");
        }

        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            throw new UsageException($"{label} is no RSA private key in PEM form; it begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----");
        }

        return rsa.KeySize >= LeastKeyBits
            ? new ClientCredential.PrivateKey(pem, settings.Text(TenantFlags.KeyId), settings.Choice(TenantFlags.SigningAlgorithm)!)
            : throw new UsageException($"{label} is a key of {rsa.KeySize} bits; Auth0 asks for at least {LeastKeyBits}");
    }

    private void RefuseKeySetting(SettingDefinition setting)
    {
        if (settings.Given(setting) is { } value)
        {
            throw new UsageException($"{value.Label}: belongs to a private key, but none is given; add --auth0-private-key-file or leave it out");
        }
    }
}
