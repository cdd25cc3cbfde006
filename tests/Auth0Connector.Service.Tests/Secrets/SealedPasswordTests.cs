using System.Text;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Secrets;
using Auth0Connector.Service.Tests.Changes;
using Auth0Connector.Service.Tests.Credentials;
using Google.Protobuf;

namespace Auth0Connector.Service.Tests.Secrets;

/// <summary>Passwords that were encrypted to the connector are opened whole, or not at all.</summary>
public sealed class SealedPasswordTests
{
    private static readonly byte[] Vector = Convert.FromBase64String(Vectors.Ed25519);

    /// <summary>Damage, and what is said of it.</summary>
    public static TheoryData<string, string> Damage => new()
    {
        { "", "" },
        { "no base64!", "" },
        { Text("nonsense"), "it is cut short" },
        { Text("nonsense\n"), "it is no age file" },
        { Text("age-encryption.org/v1\n"), "it is cut short" },
        { Text("age-encryption.org/v1\n---\n"), "its header is damaged" },
        { Text("age-encryption.org/v1\n--- AAAA\n"), "its header does not end" },
        { Text("age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- " + new string('A', 43) + "\n" + new string('x', 40)), "it is sealed to another key" },
        { Text(new string('x', 70_000)), "it is too long" },
    };

    [Fact]
    public void The_ecosystems_own_is_opened() =>
        Assert.Equal(Vectors.Plain, Open(Data(Vectors.Ed25519, Vectors.Ed25519KeyId)));

    [Fact]
    public void The_one_for_this_key_is_taken()
    {
        var other = Data("unread", "another");

        Assert.Equal(Vectors.Plain, Open(other, Data(Vectors.Ed25519, "x", Vectors.Ed25519KeyId), other));
        Assert.Equal(Vectors.Plain, Open(new EncryptedData { KeyId = Vectors.Ed25519KeyId, EncryptedBytes = ByteString.CopyFromUtf8(Vectors.Ed25519) }));
    }

    [Fact]
    public void A_key_that_is_named_is_known_by_its_name_as_well()
    {
        var named = ConnectorSecret.Parse(TestKeys.SecretOf(TestKeys.Jwk.Replace("{", "{\"kid\":\"mine\",", StringComparison.Ordinal)));
        var asked = new CredentialOptions.Types.EncryptedPassword { EncryptedPasswords = { Data(Vectors.Ed25519, "mine") } };

        Assert.Equal(Vectors.Plain, SealedPassword.Open(asked, named));
    }

    [Fact]
    public void One_for_nobody_here_is_refused()
    {
        Assert.Equal($"no encrypted password matched client secret key id {Vectors.Ed25519KeyId}", Refusal(Data(Vectors.Ed25519, "another")));
        Assert.Equal($"no encrypted password matched client secret key id {Vectors.Ed25519KeyId}", Refusal());
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void What_is_no_password_is_refused(string bytes, string why)
    {
        var refusal = Refusal(Data(bytes, Vectors.Ed25519KeyId));

        Assert.StartsWith("the encrypted password cannot be opened: ", refusal, StringComparison.Ordinal);
        Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void No_byte_can_be_changed_and_none_left_out()
    {
        for (var at = 0; at < Vector.Length; at++)
        {
            byte[] changed = [.. Vector];
            changed[at] ^= 1;
            Assert.Contains("cannot be opened", Refusal(Data(Convert.ToBase64String(changed), Vectors.Ed25519KeyId)), StringComparison.Ordinal);
            Assert.Contains("cannot be opened", Refusal(Data(Convert.ToBase64String(Vector[..at]), Vectors.Ed25519KeyId)), StringComparison.Ordinal);
        }

        Assert.Contains("cannot be opened", Refusal(Data(Convert.ToBase64String([.. Vector, 0]), Vectors.Ed25519KeyId)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("\u00ff\u00fe", "it is no text")]
    public void An_empty_password_and_one_that_is_no_text_are_refused(string latin, string why)
    {
        var data = SecretRecipients.Check([TestReaders.Reader]).Seal("password", Encoding.Latin1.GetBytes(latin));

        Assert.Equal($"the encrypted password cannot be opened: {why}; nothing was changed", Refusal([.. data]));
    }

    private static string Open(params EncryptedData[] data) =>
        SealedPassword.Open(new CredentialOptions.Types.EncryptedPassword { EncryptedPasswords = { data } }, TestReaders.Own);

    private static string Refusal(params EncryptedData[] data) => Assert.Throws<SecretException>(() => Open(data)).Message;

    private static EncryptedData Data(string bytes, params string[] keyIds) => new() { EncryptedBytes = ByteString.CopyFromUtf8(bytes), KeyIds = { keyIds } };

    private static string Text(string plain) => Convert.ToBase64String(Encoding.ASCII.GetBytes(plain));
}
