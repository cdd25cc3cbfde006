using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;
using Auth0Connector.Service.Tests.Changes;
using Auth0Connector.Service.Tests.Credentials;
using Google.Protobuf;

namespace Auth0Connector.Service.Tests.Secrets;

/// <summary>Secrets are sealed so that the one who asked for them can read them, and nobody is sealed to who could not.</summary>
public sealed class SecretRecipientsTests
{
    public static TheoryData<string> Plains => ["", "x", Vectors.Plain, new string('ü', 40_000)];

    /// <summary>Provider, JWK or age recipient, part of the refusal.</summary>
    public static TheoryData<string, string, string> Nobody => new()
    {
        { "baton/jwk/v2", Ed(TestKeys.X), "its provider is unknown" },
        { "nothing", "age:" + Vectors.AgeRecipient, "its provider is unknown" },
        { "baton/age/v1", Ed(TestKeys.X), "of two kinds" },
        { "baton/jwk/v1", "age:" + Vectors.AgeRecipient, "of two kinds" },
        { "baton/jwk/v1", "none", "it has no key" },
        { "", "none", "it has no key" },
        { "", "", "the JWK is empty" },
        { "", "[]", "no JSON object" },
        { "", "{", "no JSON" },
        { "", "\"x\"", "no JSON object" },
        { "", "{}", "unsupported key type" },
        { "", """{"kty":"oct","k":"AAAA"}""", "unsupported key type" },
        { "", """{"kty":"OKP","crv":"X25519","x":"AAAA"}""", "unsupported key type" },
        { "", """{"kty":"OKP","kty":"EC"}""", "names a member twice" },
        { "", """{"kty":7}""", "unsupported key type" },
        { "", """{"kty":"OKP","crv":"Ed25519"}""", "'x' is missing" },
        { "", Ed("not base64!"), "'x' is missing" },
        { "", Ed(TestKeys.X + "="), "'x' is missing" },
        { "", Ed(TestKeys.Text(new byte[31])), "31 bytes" },
        { "", Ed(TestKeys.Text(new byte[32])), "no point of the curve that can be used" },
        { "", Ed(TestKeys.Text([1, .. new byte[31]])), "no point of the curve that can be used" },
        { "", Ed(TestKeys.Text([.. Enumerable.Repeat((byte)0xff, 32)])), "no point of the curve that can be used" },
        { "", Ec("P-256", new byte[32], new byte[32]), "no point of P-256" },
        { "", Ec("P-256", new byte[31], new byte[32]), "32 bytes each" },
        { "", Ec("secp256k1", new byte[32], new byte[32]), "none of P-256" },
        { "", Ec("P-384", new byte[32], new byte[32]), "48 bytes each" },
        { "", Rsa([1, 0, 1], [.. Enumerable.Repeat((byte)0xff, 128)]), "1024 bits" },
        { "", Rsa([1, 0, 1], [0, 0, .. Enumerable.Repeat((byte)0xff, 128)]), "1024 bits" },
        { "", Rsa([2], Modulus()), "exponent" },
        { "", Rsa([1], Modulus()), "exponent" },
        { "", Rsa([0], Modulus()), "incomplete" },
        { "", Rsa([1, 0, 1], [.. Enumerable.Repeat((byte)0xfe, 256)]), "modulus" },
        { "", "age:", "the recipient is empty" },
        { "", "age:" + Vectors.AgeRecipient.ToUpperInvariant(), "capital letters" },
        { "", "age:" + Vectors.AgeRecipient[..^1], "" },
        { "", "age:" + Vectors.AgeRecipient + "q", "" },
        { "", "age:" + Vectors.AgeRecipient.Replace('7', '8'), "" },
        { "", "age: " + Vectors.AgeRecipient, "characters that none has" },
        { "", "age:" + Vectors.AgeRecipient + "\n" + Vectors.AgeRecipient, "characters that none has" },
        { "", "age:age1pq1qqqq", "hybrid" },
        { "", "age:" + new string('a', 4097), "too long" },
        { "", "age:ssh-ed25519 AAAA", "" },
    };

    [Theory]
    [MemberData(nameof(Plains))]
    public void An_age_recipient_reads_what_is_sealed(string plain)
    {
        var data = Assert.Single(SealAll(plain, Age(Vectors.AgeRecipient)));

        Assert.Equal(plain, Readers.X25519(data.EncryptedBytes.ToByteArray(), Readers.Bech32(Vectors.AgeIdentity)));
        Assert.Equal(("baton/age/v1", "", "password"), (data.Provider, data.KeyId, data.Name));
        Assert.Equal([Vectors.AgeKeyId], data.KeyIds);
    }

    [Theory]
    [MemberData(nameof(Plains))]
    public void A_key_of_ed25519_reads_what_is_sealed(string plain)
    {
        var data = Assert.Single(SealAll(plain, Jwk(Ed(TestKeys.X))));

        Assert.Equal(plain, TestReaders.Read(data));
        Assert.Equal(("baton/jwk/v1", Vectors.Ed25519KeyId), (data.Provider, data.KeyId));
        Assert.Equal([Vectors.Ed25519KeyId], data.KeyIds);
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    public void An_rsa_key_reads_what_is_sealed(int bits)
    {
        using var rsa = RSA.Create(bits);
        var key = rsa.ExportParameters(includePrivateParameters: true);
        var data = Assert.Single(SealAll(Vectors.Plain, Jwk(Rsa(key.Exponent!, key.Modulus!))));

        Assert.Equal(Vectors.Plain, Readers.Rsa(Convert.FromBase64String(data.EncryptedBytes.ToStringUtf8()), key));
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"e":"AQAB","kty":"RSA","n":"{{TestKeys.Text(key.Modulus!)}}"}"""));
        Assert.Equal([Convert.ToHexStringLower(thumbprint)], data.KeyIds);
    }

    [Theory]
    [InlineData("P-256")]
    [InlineData("P-384")]
    [InlineData("P-521")]
    public void A_key_of_an_elliptic_curve_reads_what_is_sealed(string curve)
    {
        // Often enough that a coordinate with noughts before it is among them.
        for (var round = 0; round < 40; round++)
        {
            using var own = ECDiffieHellman.Create(ECCurve.CreateFromFriendlyName("nist" + curve.Replace("-", "", StringComparison.Ordinal)));
            var key = own.ExportParameters(includePrivateParameters: true);
            var data = Assert.Single(SealAll(Vectors.Plain, Jwk(Ec(curve, key.Q.X!, key.Q.Y!))));

            Assert.Equal(Vectors.Plain, Readers.Jwe(Encoding.ASCII.GetString(Convert.FromBase64String(data.EncryptedBytes.ToStringUtf8())), key));
        }
    }

    [Fact]
    public void What_the_ecosystem_sealed_is_opened_by_these_readers()
    {
        Assert.Equal(Vectors.Plain, Readers.X25519(Convert.FromBase64String(Vectors.Age), Readers.Bech32(Vectors.AgeIdentity)));
        Assert.Equal(Vectors.Plain, Readers.Jwe(Encoding.ASCII.GetString(Convert.FromBase64String(Vectors.Ec)), Vectors.EcKey));
        Assert.Equal(Vectors.Plain, TestReaders.Read(new EncryptedData { EncryptedBytes = ByteString.CopyFromUtf8(Vectors.Ed25519) }));
        var known = Assert.Single(SealAll("x", Jwk(Ec("P-256", Vectors.EcKey.Q.X!, Vectors.EcKey.Q.Y!))));
        Assert.Equal([Vectors.EcKeyId], known.KeyIds);
    }

    [Fact]
    public void All_who_ask_get_it_in_their_order_whatever_the_case_of_the_provider()
    {
        var recipients = SecretRecipients.Check(
        [
            Age(Vectors.AgeRecipient, " Baton/AGE/v1 "), Jwk(Ed(TestKeys.X), "BATON/JWK/V1"), Jwk(Ed(TestKeys.X), "baton/jwk/v1/private"), Age(Vectors.AgeRecipient),
        ]);

        var data = recipients.Seal("password", "x"u8);

        Assert.Equal([Vectors.AgeKeyId, Vectors.Ed25519KeyId, Vectors.Ed25519KeyId, Vectors.AgeKeyId], data.Select(static one => Assert.Single(one.KeyIds)));
        Assert.Equal(4, data.Select(static one => one.EncryptedBytes).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Nobody))]
    public void Nobody_is_sealed_to_who_could_not_read_it(string provider, string key, string why)
    {
        var config = key switch
        {
            "none" => new EncryptionConfig(),
            ['a', 'g', 'e', ':', .. var recipient] => Age(recipient),
            _ => Jwk(key),
        };
        config.Provider = provider;

        var failure = Assert.Throws<SecretException>(() => SecretRecipients.Check([Jwk(Ed(TestKeys.X)), config]));

        Assert.StartsWith("encryption config 2 names nobody who could read the secret: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("; nothing was changed", failure.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<EncryptedData> SealAll(string plain, params EncryptionConfig[] readers) =>
        SecretRecipients.Check(readers).Seal("password", Encoding.UTF8.GetBytes(plain));

    private static EncryptionConfig Age(string recipient, string provider = "") => new() { Provider = provider, AgeRecipientConfig = new() { Recipient = recipient } };

    private static EncryptionConfig Jwk(string json, string provider = "") => new() { Provider = provider, JwkPublicKeyConfig = new() { PubKey = ByteString.CopyFromUtf8(json) } };

    private static string Ed(string x) => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{x}}"}""";

    private static string Ec(string curve, byte[] x, byte[] y) => $$"""{"kty":"EC","crv":"{{curve}}","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}""";

    private static string Rsa(byte[] e, byte[] n) => $$"""{"kty":"RSA","e":"{{Base64Url.EncodeToString(e)}}","n":"{{Base64Url.EncodeToString(n)}}","use":"enc"}""";

    private static byte[] Modulus()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: false).Modulus!;
    }
}
