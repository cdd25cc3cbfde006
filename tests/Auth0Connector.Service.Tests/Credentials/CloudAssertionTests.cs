using System.Text;
using Auth0Connector.Service.Credentials;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Auth0Connector.Service.Tests.Credentials;

/// <summary>Assertions byte for byte as the Go client makes them (service-mode.md, sections 3 and 9.4).</summary>
public sealed class CloudAssertionTests
{
    private const string Nonce = "00112233445566778899aabbccddeeff";
    private const string Header = """{"alg":"EdDSA","nonce":"00112233445566778899aabbccddeeff"}""";
    private const string Claims = """{"iss":"swift-fox-12345@acme.conductor.one/spc","sub":"swift-fox-12345@acme.conductor.one/spc","aud":"acme.conductor.one","exp":1800000120,"nbf":1799999880,"iat":1800000000}""";
    private const string Signature = "VRvq8tc6JqbFkWYaeSf8SsHR5_vRLKjxvUCK8AUJ1bsAydkv8XI2Fw35Ja60xqbq51b-_kUSW0ip_UyjhAdsCg";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_999);

    [Fact]
    public void The_assertion_is_that_of_the_vector()
    {
        var assertion = CloudAssertion.Create(ConnectorId.Parse(TestKeys.Id), ConnectorSecret.Parse(TestKeys.Secret), Now, Nonce);

        Assert.Equal($"{Text(Header)}.{Text(Claims)}.{Signature}", assertion);
    }

    [Fact]
    public void A_key_with_a_name_is_named_and_a_port_is_none_of_the_audience()
    {
        var secret = ConnectorSecret.Parse(TestKeys.SecretOf(TestKeys.Jwk[..^1] + ""","kid":"key-1"}"""));

        var parts = CloudAssertion.Create(ConnectorId.Parse("a@host:8443/spc"), secret, Now, Nonce).Split('.');

        Assert.Equal($$"""{"alg":"EdDSA","kid":"key-1","nonce":"{{Nonce}}"}""", Clear(parts[0]));
        Assert.Contains("\"aud\":\"host\",", Clear(parts[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_assertion_has_a_nonce_of_its_own_and_a_signature_that_holds()
    {
        var secret = ConnectorSecret.Parse(TestKeys.Secret);
        var assertions = Enumerable.Range(0, 20).Select(_ => CloudAssertion.Create(ConnectorId.Parse(TestKeys.Id), secret, Now).Split('.')).ToList();

        Assert.Equal(20, assertions.Select(static parts => parts[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(assertions, parts =>
        {
            Assert.Matches("""^\{"alg":"EdDSA","nonce":"[0-9a-f]{32}"\}$""", Clear(parts[0]));
            var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            Assert.True(Ed25519.Verify(System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), 0, secret.PublicKey, 0, signed, 0, signed.Length));
        });
    }

    private static string Text(string clear) => TestKeys.Text(Encoding.UTF8.GetBytes(clear));

    private static string Clear(string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));
}
