using System.Security.Cryptography;

namespace Auth0Connector.Cli.Tests.Errors;

internal static class CredentialMistakes
{
    private const string Try = "give flags, variables or lines in .baton.yaml, let 'auth0-connector setup' ask for them, or try 'auth0-connector demo' without a tenant";
    private const string NoPem = "key.pem is no RSA private key in PEM form; it begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----";
    private static readonly Dictionary<string, string?> NoSecret = new() { ["BATON_AUTH0_CLIENT_SECRET"] = null };

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        new("Credentials", "No secret and no key", [], $"not set: --auth0-client-secret (BATON_AUTH0_CLIENT_SECRET) or --auth0-client-secret-file or --auth0-private-key-file; {Try}")
        {
            Variables = NoSecret,
            Shown = "no `--auth0-client-secret`",
        },
        new("Credentials", "Variable of the secret is empty", [], $"not set: --auth0-client-secret (BATON_AUTH0_CLIENT_SECRET is there but empty) or --auth0-client-secret-file or --auth0-private-key-file; {Try}")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_SECRET"] = string.Empty },
        },
        new("Credentials", "Empty secret", ["--auth0-client-secret", ""], "--auth0-client-secret: is empty; give a value or leave it out"),
        new("Credentials", "Space around the secret", [], "BATON_AUTH0_CLIENT_SECRET: begins or ends with a space; give the client secret and nothing else")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_SECRET"] = " s3cret" },
            Shown = "`BATON_AUTH0_CLIENT_SECRET=' ...'`",
        },
        new("Credentials", "Key given as secret", [], "BATON_AUTH0_CLIENT_SECRET: holds a key, not a client secret; give the key by --auth0-private-key-file")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_SECRET"] = "-----BEGIN PRIVATE KEY-----" },
            Shown = "`BATON_AUTH0_CLIENT_SECRET='-----BEGIN PRIVATE KEY-----...'`",
        },
        new("Credentials", "Secret and secret file", ["--auth0-client-secret", "s3cret", "--auth0-client-secret-file", "secret"], "--auth0-client-secret and --auth0-client-secret-file are both given; give one of them"),
        new("Credentials", "Secret in a variable and key", ["--auth0-private-key-file", "key.pem"], "BATON_AUTH0_CLIENT_SECRET and --auth0-private-key-file are both given; give one of them")
        {
            Variables = new() { ["BATON_AUTH0_CLIENT_SECRET"] = "s3cret" },
        },
        WithFile("Secret file that does not exist", null, "", "--auth0-client-secret-file", "--auth0-client-secret-file: secret does not exist; name the file that holds the secret"),
        WithFile("Secret file that is a directory", "secret/", "", "--auth0-client-secret-file", "--auth0-client-secret-file: secret is a directory; name the file that holds the secret itself"),
        WithFile("Empty secret file", "secret", "\n", "--auth0-client-secret-file", "--auth0-client-secret-file: secret is empty; give the client secret of the application"),
        WithFile("Secret file with more than the secret", "secret", "id\ns3cret\n", "--auth0-client-secret-file", "--auth0-client-secret-file: secret holds more than one line or a control character; give the client secret and nothing else"),
        WithFile("Secret file that is something else", "secret", new string('x', 70_000), "--auth0-client-secret-file", "--auth0-client-secret-file: secret is larger than 64 KiB and so cannot be the file that holds the secret"),
        WithFile("Key file that does not exist", null, "", "--auth0-private-key-file", "--auth0-private-key-file: key.pem does not exist; name the file that holds the private key"),
        WithFile("Key file that is no key", "key.pem", "hello", "--auth0-private-key-file", $"--auth0-private-key-file: {NoPem}"),
        WithFile("Key of another kind", "key.pem", EllipticKey(), "--auth0-private-key-file", $"--auth0-private-key-file: {NoPem}"),
        WithFile("Public key", "key.pem", PublicKey(), "--auth0-private-key-file", "--auth0-private-key-file: key.pem holds the public half only; give the private key"),
        WithFile("Key with a passphrase", "key.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----", "--auth0-private-key-file", "--auth0-private-key-file: key.pem is locked with a passphrase; give the key without one (openssl pkey -in KEY -out PLAIN)"),
        WithFile("Key that is too small", "key.pem", SmallKey(), "--auth0-private-key-file", "--auth0-private-key-file: key.pem is a key of 1024 bits; Auth0 asks for at least 2048"),
        new("Credentials", "Unknown algorithm", ["--auth0-signing-alg", "HS256"], "--auth0-signing-alg: 'HS256' is not known; give one of RS256, RS384, PS256"),
        new("Credentials", "Key ID without a key", ["--auth0-key-id", "k1"], "--auth0-key-id: belongs to a private key, but none is given; add --auth0-private-key-file or leave it out"),
        new("Credentials", "Algorithm without a key", ["--auth0-signing-alg", "RS384"], "--auth0-signing-alg: belongs to a private key, but none is given; add --auth0-private-key-file or leave it out"),
    ];

    private static ConfigurationMistake WithFile(string title, string? file, string text, string flag, string message)
    {
        var name = flag.Contains("key", StringComparison.Ordinal) ? "key.pem" : "secret";
        return new("Credentials", title, [flag, name], message)
        {
            Variables = NoSecret,
            Files = file is null ? [] : new() { [file] = text },
        };
    }

    private static string SmallKey()
    {
        using var key = RSA.Create(1024);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string PublicKey()
    {
        using var key = RSA.Create(1024);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private static string EllipticKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
