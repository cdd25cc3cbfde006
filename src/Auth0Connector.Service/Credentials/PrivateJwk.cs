using System.Buffers.Text;
using System.Text.Json;

namespace Auth0Connector.Service.Credentials;

/// <summary>The members of a JSON Web Key that an Ed25519 private key has (RFC 8037).</summary>
/// <param name="X">The public part, 32 bytes.</param>
/// <param name="D">The private part, 32 bytes.</param>
/// <param name="DText">The private part as the JWK has it.</param>
/// <param name="KeyId">Its <c>kid</c>, if it has one.</param>
internal sealed record PrivateJwk(byte[] X, byte[] D, string DText, string? KeyId)
{
    private const int KeyBytes = 32;

    /// <summary>How keys are read: members named twice would let two readers see two keys.</summary>
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <exception cref="CredentialFormatException">It is no such key.</exception>
    public static PrivateJwk Read(byte[] json)
    {
        using var document = Parse(json);
        var key = document.RootElement;
        if (key.ValueKind != JsonValueKind.Object)
        {
            throw ConnectorSecret.Wrong("its key is no JSON object");
        }

        if (Text(key, "kty") != "OKP" || Text(key, "crv") != "Ed25519")
        {
            throw ConnectorSecret.Wrong("its key is not of the kind OKP with the curve Ed25519");
        }

        var text = Text(key, "d") ?? throw ConnectorSecret.Wrong("its key has no private part ('d')");
        return new PrivateJwk(
            Bytes(Text(key, "x") ?? throw ConnectorSecret.Wrong("its key has no public part ('x')"), "public part ('x')"),
            Bytes(text, "private part ('d')"),
            text,
            key.TryGetProperty("kid", out _) ? Text(key, "kid") ?? throw ConnectorSecret.Wrong("its key's id ('kid') is no text") : null);
    }

    /// <summary>Bytes from base64url without padding; <see langword="null"/> where the text is anything else.</summary>
    public static byte[]? Decode(string text)
    {
        if (text.Length == 0 || !text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') || !Base64Url.IsValid(text))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(text);
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => "***";

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException)
        {
            // Its message may quote what it met.
            throw ConnectorSecret.Wrong("its key is no JSON");
        }
    }

    /// <summary>A member that is a text; <see langword="null"/> where there is none.</summary>
    public static string? Text(JsonElement key, string member)
    {
        try
        {
            return key.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, escaped.
            return null;
        }
    }

    private static byte[] Bytes(string text, string what) =>
        Decode(text) switch
        {
            null => throw ConnectorSecret.Wrong($"its key's {what} is no base64url without padding"),
            { Length: KeyBytes } bytes => bytes,
            _ => throw ConnectorSecret.Wrong($"its key's {what} does not hold {KeyBytes} bytes"),
        };
}
