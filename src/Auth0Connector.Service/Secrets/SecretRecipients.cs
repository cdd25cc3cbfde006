using Auth0Connector.Service.Protocol;
using Config = Auth0Connector.Service.Protocol.EncryptionConfig.ConfigOneofCase;

namespace Auth0Connector.Service.Secrets;

/// <summary>Those who are to read a secret, all of them checked before there is one: nobody shall own an account whose password nobody can read.</summary>
public sealed class SecretRecipients
{
    // Of the ecosystem; for sealing it is the same as the one without the last word.
    private const string PrivateJwkProvider = JwkRecipient.Provider + "/private";

    private readonly IReadOnlyList<ISecretRecipient> _all;

    private SecretRecipients(IReadOnlyList<ISecretRecipient> all)
    {
        _all = all;
    }

    /// <summary>Checks every one of them.</summary>
    /// <exception cref="SecretException">One of them cannot be sealed to; the message says which and why.</exception>
    public static SecretRecipients Check(IReadOnlyList<EncryptionConfig> asked) =>
        new([.. asked.Select((config, index) => Recipient(config, index + 1))]);

    /// <summary>The secret for each of them, in their order.</summary>
    /// <param name="name">What the secret is called.</param>
    /// <param name="secret">The secret, which stays the caller's to forget.</param>
    public IReadOnlyList<EncryptedData> Seal(string name, ReadOnlySpan<byte> secret)
    {
        var all = new List<EncryptedData>(_all.Count);
        foreach (var recipient in _all)
        {
            var data = recipient.Seal(secret);
            data.Name = name;
            all.Add(data);
        }

        return all;
    }

    private static ISecretRecipient Recipient(EncryptionConfig config, int number)
    {
        try
        {
            return Kind(config) == Config.AgeRecipientConfig
                ? new AgeTextRecipient(config.AgeRecipientConfig?.Recipient ?? "")
                : PublicJwk.Recipient(config.JwkPublicKeyConfig?.PubKey.Memory ?? default);
        }
        catch (FormatException wrong)
        {
            throw new SecretException($"encryption config {number} names nobody who could read the secret: {wrong.Message}; nothing was changed");
        }
    }

    // What is meant; a name and a key that contradict each other mean nothing.
    private static Config Kind(EncryptionConfig config)
    {
        var named = config.Provider.Trim().ToLowerInvariant() switch
        {
            "" => config.ConfigCase,
            JwkRecipient.Provider or PrivateJwkProvider => Config.JwkPublicKeyConfig,
            AgeTextRecipient.Provider => Config.AgeRecipientConfig,
            _ => throw new FormatException($"its provider is unknown; known are {JwkRecipient.Provider} and {AgeTextRecipient.Provider}"),
        };
        if (config.ConfigCase == Config.None)
        {
            throw new FormatException("it has no key");
        }

        return named == config.ConfigCase ? named : throw new FormatException("its provider and its key are of two kinds");
    }
}
