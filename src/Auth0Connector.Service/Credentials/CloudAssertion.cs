using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auth0Connector.Service.Credentials;

/// <summary>The signed statement by which a connector proves at the token endpoint who it is (service-mode.md, section 3).</summary>
internal static class CloudAssertion
{
    /// <summary>The form's <c>client_assertion_type</c>.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>How far the clocks may differ, and how long an assertion is good.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(120);

    private const int NonceDigits = 32;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An assertion that is good for two minutes, and for one request.</summary>
    public static string Create(ConnectorId id, ConnectorSecret secret, DateTimeOffset now) =>
        Create(id, secret, now, RandomNumberGenerator.GetHexString(NonceDigits, lowercase: true));

    /// <summary>The same with a nonce that is given.</summary>
    public static string Create(ConnectorId id, ConnectorSecret secret, DateTimeOffset now, string nonce)
    {
        var header = Json(json =>
        {
            json.WriteString("alg", "EdDSA");
            if (secret.NamedKeyId is { } keyId)
            {
                json.WriteString("kid", keyId);
            }

            json.WriteString("nonce", nonce);
        });
        var seconds = now.ToUnixTimeSeconds();
        var margin = (long)Margin.TotalSeconds;
        var claims = Json(json =>
        {
            json.WriteString("iss", id.Whole);
            json.WriteString("sub", id.Whole);
            json.WriteString("aud", id.Audience);
            json.WriteNumber("exp", seconds + margin);
            json.WriteNumber("nbf", seconds - margin);
            json.WriteNumber("iat", seconds);
        });
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(secret.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static ReadOnlySpan<byte> Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
