using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Secrets.Age;

namespace Auth0Connector.Service.Secrets;

/// <summary>Reads public keys in the form of JSON Web Keys (RFC 7517, 7518, 8037). What is private in them is not looked at.</summary>
internal static class PublicJwk
{
    private const int MostBytes = 16 * 1024;
    private const int Ed25519Bytes = 32;

    /// <summary>Who reads with the key.</summary>
    /// <exception cref="FormatException">It is no key that can be sealed to; the message is for a person.</exception>
    public static ISecretRecipient Recipient(ReadOnlyMemory<byte> json)
    {
        using var document = Parse(json);
        var key = document.RootElement;
        if (key.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("the JWK is no JSON object");
        }

        return PrivateJwk.Text(key, "kty") switch
        {
            "OKP" when PrivateJwk.Text(key, "crv") == "Ed25519" => Ed25519(key),
            "RSA" => Rsa(key),
            "EC" => Ec(key),
            _ => throw new FormatException("jwk: unsupported key type"),
        };
    }

    private static JwkRecipient Ed25519(JsonElement key)
    {
        var x = Bytes(key, "x");
        if (x.Length != Ed25519Bytes)
        {
            throw new FormatException($"the JWK's 'x' has {x.Length} bytes; a key of Ed25519 has {Ed25519Bytes}");
        }

        var recipient = new SshEd25519Recipient(x);
        return new JwkRecipient($$"""{"crv":"Ed25519","kty":"OKP","x":"{{Base64Url.EncodeToString(x)}}"}""", secret => AgeFile.Seal(recipient, secret));
    }

    private static JwkRecipient Rsa(JsonElement key)
    {
        var (e, n) = (Trimmed(Bytes(key, "e")), Trimmed(Bytes(key, "n")));
        var recipient = new SshRsaRecipient(e, n);
        return new JwkRecipient($$"""{"e":"{{Base64Url.EncodeToString(e)}}","kty":"RSA","n":"{{Base64Url.EncodeToString(n)}}"}""", secret => AgeFile.Seal(recipient, secret));
    }

    private static JwkRecipient Ec(JsonElement key)
    {
        var name = PrivateJwk.Text(key, "crv");
        var curve = EcCurve.Named(name) ?? throw new FormatException("the JWK's curve is none of P-256, P-384 and P-521");
        var (x, y) = (Bytes(key, "x"), Bytes(key, "y"));
        if (x.Length != curve.Size || y.Length != curve.Size)
        {
            throw new FormatException($"the JWK's 'x' and 'y' must have {curve.Size} bytes each for {curve.Name}");
        }

        var point = new ECPoint { X = x, Y = y };
        curve.Demand(point);
        return new JwkRecipient(
            $$"""{"crv":"{{curve.Name}}","kty":"EC","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}""",
            secret => EcdhJwe.Seal(curve, point, secret));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length is 0 or > MostBytes)
        {
            throw new FormatException(json.Length == 0 ? "the JWK is empty" : "the JWK is too long");
        }

        try
        {
            return JsonDocument.Parse(json, PrivateJwk.Strict);
        }
        catch (JsonException)
        {
#pragma warning disable MA0054 // What the parser says may quote what it met.
            throw new FormatException("the JWK is no JSON, or names a member twice");
#pragma warning restore MA0054
        }
    }

    private static byte[] Bytes(JsonElement key, string member) =>
        PrivateJwk.Text(key, member) is { } text && PrivateJwk.Decode(text) is { } bytes
            ? bytes
            : throw new FormatException($"the JWK's '{member}' is missing, or no base64url without padding");

    private static byte[] Trimmed(byte[] bigEndian) => [.. bigEndian.SkipWhile(static digit => digit == 0)];
}
