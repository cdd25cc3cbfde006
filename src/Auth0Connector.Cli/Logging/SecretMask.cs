using System.Text.Encodings.Web;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.Cli.Logging;

/// <summary>
/// The last net: replaces the secrets of this run wherever they would be logged or shown. Nothing should ever
/// reach it; no part of the program puts a secret into a text on purpose.
/// </summary>
internal sealed class SecretMask
{
    private const string Stars = "***";

    /// <summary>Shorter pieces would hit ordinary words; a line of a key is far longer.</summary>
    private const int LeastLength = 4;

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Adds what an application proves itself with.</summary>
    public void Add(ClientCredential credential) => Add(credential switch
    {
        ClientCredential.Secret secret => secret.Value,
        ClientCredential.PrivateKey key => key.Pem,
        _ => string.Empty,
    });

    /// <summary>Adds a secret in all the forms that it takes in texts: plain, in JSON, in a form body.</summary>
    public void Add(string secret)
    {
        foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length < LeastLength || line.StartsWith("-----", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var form in new[] { line, JavaScriptEncoder.Default.Encode(line), Uri.EscapeDataString(line) })
            {
                // A log line in JSON may hold a body that is JSON itself.
                _secrets.Add(form);
                _secrets.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(form));
            }
        }
    }

    /// <summary>The text without the secrets.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Stars, StringComparison.Ordinal);
        }

        return text;
    }
}
