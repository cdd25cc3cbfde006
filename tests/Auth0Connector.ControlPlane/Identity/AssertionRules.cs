using System.Text;
using System.Text.Json;
using Auth0Connector.ControlPlane.Rules;

namespace Auth0Connector.ControlPlane.Identity;

/// <summary>What holds for the assertion that buys a token.</summary>
internal sealed class AssertionRules(ConnectorKeys keys, TimeProvider time)
{
    private const long Leeway = 120;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);

    /// <param name="check">Gets what is broken.</param>
    /// <param name="assertion">The compact JWT.</param>
    /// <param name="clientId">The whole id.</param>
    /// <param name="audience">The id's host without its port.</param>
    public void Check(RuleCheck check, string assertion, string clientId, string audience)
    {
        var parts = assertion.Split('.');
        if (parts.Length != 3 || !Base64Url.TryRead(parts[0], out var header) || !Base64Url.TryRead(parts[1], out var claims)
            || !Base64Url.TryRead(parts[2], out var signature))
        {
            check.Demand(false, "the assertion has three parts in base64url without padding");
            return;
        }

        check.Demand(keys.Signed(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature), "the assertion is signed with the client secret's key");
        With(check, header, "the assertion's header is a JSON object", read => Header(check, read));
        With(check, claims, "the assertion's claims are a JSON object", read => Claims(check, read, clientId, audience));
    }

    private static void With(RuleCheck check, byte[] json, string rule, Action<Dictionary<string, JsonElement>> look)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                look(document.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
                return;
            }
        }
        catch (JsonException)
        {
            // Said below, as for any other value.
        }

        check.Demand(false, rule);
    }

    private void Header(RuleCheck check, Dictionary<string, JsonElement> header)
    {
        string[] wanted = keys.KeyId is null ? ["alg", "nonce"] : ["alg", "kid", "nonce"];
        check.Demand(header.Keys.Order(StringComparer.Ordinal).SequenceEqual(wanted), $"the assertion's header holds {string.Join(", ", wanted)} and nothing else");
        check.Demand(TextOf(header, "alg") == "EdDSA", "alg is EdDSA");
        check.Demand(keys.KeyId is null || TextOf(header, "kid") == keys.KeyId, "kid is that of the key");
        var nonce = TextOf(header, "nonce");
        check.Demand(nonce is { Length: 32 } && nonce.All(char.IsAsciiHexDigitLower), "nonce is 32 hex digits");
        if (nonce is not null)
        {
            lock (_lock)
            {
                check.Demand(_nonces.Add(nonce), "nonce is never used twice");
            }
        }
    }

    private void Claims(RuleCheck check, Dictionary<string, JsonElement> claims, string clientId, string audience)
    {
        string[] wanted = ["aud", "exp", "iat", "iss", "nbf", "sub"];
        check.Demand(claims.Keys.Order(StringComparer.Ordinal).SequenceEqual(wanted), $"the assertion's claims are {string.Join(", ", wanted)} and nothing else");
        check.Demand(TextOf(claims, "iss") == clientId, "iss is the client id");
        check.Demand(TextOf(claims, "sub") == clientId, "sub is the client id");
        check.Demand(TextOf(claims, "aud") == audience, "aud is the host of the client id, without a port, as one string");
        if (SecondsOf(claims, "iat") is not { } issued || SecondsOf(claims, "nbf") is not { } from || SecondsOf(claims, "exp") is not { } until)
        {
            check.Demand(false, "iat, nbf and exp are whole seconds");
            return;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        check.Demand(Math.Abs(now - issued) <= Leeway, "iat is now");
        check.Demand(from == issued - Leeway, "nbf is 120 s before iat");
        check.Demand(until == issued + Leeway, "exp is 120 s after iat");
    }

    private static string? TextOf(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? SecondsOf(Dictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) ? seconds : null;
}
