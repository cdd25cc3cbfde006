using System.Buffers.Text;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;

namespace Auth0Connector.Service.Tests.Credentials;

/// <summary>Client secrets made from a seed: as text they stand nowhere, or whoever looks for leaked secrets would find one.</summary>
internal static class TestKeys
{
    public const string Id = "swift-fox-12345@acme.conductor.one/spc";

    /// <summary>The bytes 00 to 1f, as the vectors have it.</summary>
    public static byte[] Seed => [.. Enumerable.Range(0, 32).Select(static number => (byte)number)];

    public static string X => Text(new Ed25519PrivateKeyParameters(Seed).GeneratePublicKey().GetEncoded());

    public static string D => Text(Seed);

    public static string Jwk => $$"""{"kty":"OKP","crv":"Ed25519","x":"{{X}}","d":"{{D}}"}""";

    public static string Secret => SecretOf(Jwk);

    public static string SecretOf(string jwk) => $"secret-token:conductorone.com:v1:{Text(Encoding.UTF8.GetBytes(jwk))}";

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
