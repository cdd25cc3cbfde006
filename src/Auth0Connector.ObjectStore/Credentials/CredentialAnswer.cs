using System.Globalization;
using System.Text.Json;
using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Credentials;

/// <summary>Keys as a service hands them out.</summary>
internal static class CredentialAnswer
{
    /// <summary>Those of a container or a machine, in JSON.</summary>
    public static StoreCredentials? FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return From(name => document.RootElement.TryGetProperty(name == "SessionToken" ? "Token" : name, out var value) ? value.GetString() : null);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Those of a role, in XML.</summary>
    public static StoreCredentials? FromXml(string text) => From(name => StoreAnswer.Element(text, name));

    private static StoreCredentials? From(Func<string, string?> read)
    {
        if (read("AccessKeyId") is not { Length: > 0 } id || read("SecretAccessKey") is not { Length: > 0 } secret)
        {
            return null;
        }

        DateTimeOffset? expires = DateTimeOffset.TryParse(read("Expiration"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        return new StoreCredentials(id, secret, read("SessionToken"), expires);
    }
}
