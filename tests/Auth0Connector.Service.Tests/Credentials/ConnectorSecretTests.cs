using System.Text;
using Auth0Connector.Service.Credentials;
using Org.BouncyCastle.Crypto.Parameters;

namespace Auth0Connector.Service.Tests.Credentials;

/// <summary>A client secret taken apart, or told which part is wrong, without a letter of it.</summary>
public sealed class ConnectorSecretTests
{
    // Of the vectors (service-mode.md, section 9.4).
    private const string Thumbprint = "d481b6b4c1fb276c1b2599ce7fc2c9cd08ad29fecb32fa00125b2e0cc54ce786";
    private const string PublicKey = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";

    private const int Shown = 6;

    public static TheoryData<string, string, string> Malformed()
    {
        var (x, d, jwk, whole) = (TestKeys.X, TestKeys.D, TestKeys.Jwk, TestKeys.Secret);
        var data = whole.Split(':')[3];
        var other = TestKeys.Text(new Ed25519PrivateKeyParameters([.. TestKeys.Seed.Reverse()]).GeneratePublicKey().GetEncoded());
        return new TheoryData<string, string, string>
        {
            { "empty", "", "it is empty" },
            { "blanks", " \r\n", "it is empty" },
            { "the data alone", data, "1 of its 4 parts" },
            { "two parts", $"v1:{data}", "2 of its 4 parts" },
            { "three parts", $"secret-token:v1:{data}", "3 of its 4 parts" },
            { "another version", whole.Replace(":v1:", ":v2:", StringComparison.Ordinal), "third part is not the version v1" },
            { "a version in capitals", whole.Replace(":v1:", ":V1:", StringComparison.Ordinal), "third part is not the version v1" },
            { "parts in another order", $"v1:secret-token:conductorone.com:{data}", "third part is not the version v1" },
            { "no data", whole[..^data.Length], "fourth part is empty" },
            { "a fifth part", $"{whole}:more", "fourth part is no base64url" },
            { "padding", $"{whole}==", "fourth part is no base64url" },
            { "the other alphabet", $"{whole[..^8]}+/{whole[^6..]}", "fourth part is no base64url" },
            { "a blank inside", whole.Insert(whole.Length - 9, " "), "fourth part is no base64url" },
            { "a line break inside", whole.Insert(whole.Length - 9, "\n"), "fourth part is no base64url" },
            { "a letter of another script", whole[..^4] + "\u0430\u0430\u0430\u0430", "fourth part is no base64url" },
            { "cut", whole[..^12], "its key is no JSON" },
            { "no JSON", TestKeys.SecretOf("hello"), "its key is no JSON" },
            { "no UTF-8", "secret-token:conductorone.com:v1:" + TestKeys.Text([0x7B, 0xFF, 0xFE, 0x7D]), "its key is no JSON" },
            { "two keys in one", TestKeys.SecretOf(jwk + jwk), "its key is no JSON" },
            { "a member twice", TestKeys.SecretOf(jwk[..^1] + $$""","d":"{{d}}"}"""), "its key is no JSON" },
            { "a list", TestKeys.SecretOf($"[{jwk}]"), "no JSON object" },
            { "null", TestKeys.SecretOf("null"), "no JSON object" },
            { "an empty key", TestKeys.SecretOf("{}"), "not of the kind OKP" },
            { "RSA", TestKeys.SecretOf(jwk.Replace("OKP", "RSA", StringComparison.Ordinal)), "not of the kind OKP" },
            { "X25519", TestKeys.SecretOf(jwk.Replace("Ed25519", "X25519", StringComparison.Ordinal)), "curve Ed25519" },
            { "a kind that is no text", TestKeys.SecretOf(jwk.Replace("\"OKP\"", "7", StringComparison.Ordinal)), "not of the kind OKP" },
            { "a public key", TestKeys.SecretOf($$"""{"kty":"OKP","crv":"Ed25519","x":"{{x}}"}"""), "no private part" },
            { "no public part", TestKeys.SecretOf($$"""{"kty":"OKP","crv":"Ed25519","d":"{{d}}"}"""), "no public part" },
            { "a private part that is no text", TestKeys.SecretOf(jwk.Replace($"\"{d}\"", "12345678", StringComparison.Ordinal)), "no private part" },
            { "half a character", TestKeys.SecretOf(jwk.Replace(d, "\\ud800", StringComparison.Ordinal)), "no private part" },
            { "an empty private part", TestKeys.SecretOf(jwk.Replace(d, "", StringComparison.Ordinal)), "private part ('d') is no base64url" },
            { "a short private part", TestKeys.SecretOf(jwk.Replace(d, d[..^3], StringComparison.Ordinal)), "private part ('d') does not hold 32 bytes" },
            { "a long private part", TestKeys.SecretOf(jwk.Replace(d, d + "AA", StringComparison.Ordinal)), "private part ('d')" },
            { "a padded private part", TestKeys.SecretOf(jwk.Replace(d, d + "=", StringComparison.Ordinal)), "private part ('d') is no base64url" },
            { "a short public part", TestKeys.SecretOf(jwk.Replace(x, x[..^3], StringComparison.Ordinal)), "public part ('x') does not hold 32 bytes" },
            { "a public part of another key", TestKeys.SecretOf(jwk.Replace(x, other, StringComparison.Ordinal)), "does not belong to the private one" },
            { "an id that is no text", TestKeys.SecretOf(jwk[..^1] + ",\"kid\":7}"), "id ('kid') is no text" },
            { "without end", $"secret-token:conductorone.com:v1:{new string('A', 1 << 14)}", "more than 16384 characters" },
        };
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Which_part_is_wrong_is_said_and_nothing_of_it_is_shown(string form, string text, string what)
    {
        var failure = Assert.Throws<CredentialFormatException>(() => ConnectorSecret.Parse(text));

        Assert.True(failure.Message.Contains(what, StringComparison.Ordinal), $"{form}: {failure.Message}");
        Assert.Null(failure.InnerException);
        Assert.All(Pieces(text), piece => Assert.DoesNotContain(piece, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_is_its_key_with_the_thumbprint_as_id()
    {
        var secret = ConnectorSecret.Parse($"\n{TestKeys.Secret}\r\n");

        Assert.Equal((Thumbprint, Thumbprint, null), (secret.KeyId, secret.Thumbprint, secret.NamedKeyId));
        Assert.Equal(TestKeys.Seed, secret.Seed.ToArray());
        Assert.Equal(PublicKey, TestKeys.Text(secret.PublicKey));
    }

    [Theory]
    [InlineData("first", "second", "key-1", "key-1", "key-1")]
    [InlineData("", "", "", Thumbprint, null)]
    public void The_first_two_parts_do_not_matter_and_a_named_key_keeps_its_name(string first, string second, string name, string id, string? named)
    {
        var data = TestKeys.Text(Encoding.UTF8.GetBytes(TestKeys.Jwk[..^1] + $$""","kid":"{{name}}","use":"sig","alg":"EdDSA"}"""));
        var secret = ConnectorSecret.Parse($"{first}:{second}:v1:{data}");

        Assert.Equal((id, named, Thumbprint), (secret.KeyId, secret.NamedKeyId, secret.Thumbprint));
    }

    [Fact]
    public void As_text_it_is_masked_and_the_mask_of_logs_gets_every_form()
    {
        var secret = ConnectorSecret.Parse(TestKeys.Secret);

        Assert.Equal("***", secret.ToString());
        Assert.Equal([TestKeys.Secret, TestKeys.Secret.Split(':')[3], TestKeys.D], secret.Reveal());
    }

    // Every run of letters of the secret that would be worth something to whoever reads the message.
    private static IEnumerable<string> Pieces(string text) =>
        text.Split(':').Where(static part => part.Length >= Shown && part is not ("secret-token" or "conductorone.com"))
            .SelectMany(part => Enumerable.Range(0, Math.Min(part.Length, 512) - Shown + 1).Select(start => part.Substring(start, Shown)))
            .Append(TestKeys.D[..Shown]);
}
