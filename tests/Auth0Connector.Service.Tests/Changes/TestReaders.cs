using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Service.Tasks.Changes;
using Google.Protobuf;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Changes;

internal static class TestReaders
{
    public static EncryptionConfig Reader => new() { Provider = "baton/jwk/v1" };

    public static EncryptionConfig NoReader => new() { Provider = "nothing" };

    public static PasswordSecrets Passwords { get; } = new()
    {
        Draw = static asked => new string('x', (int)asked.Length),
        Check = static readers => readers.Any(static one => one.Provider == "nothing")
            ? throw new TaskMistakeException(StatusCode.InvalidArgument, "no such provider")
            : (name, bytes) => [.. readers.Select(one => new EncryptedData { Name = name, EncryptedBytes = ByteString.CopyFrom(bytes) })],
        Open = static asked => asked.EncryptedPasswords[0].EncryptedBytes.ToStringUtf8(),
    };

    public static string Read(EncryptedData secret) => secret.EncryptedBytes.ToStringUtf8();

    public static CredentialOptions Random(int length = 24) => new() { RandomPassword = new() { Length = length } };

    public static CredentialOptions Encrypted(string password) => new()
    {
        EncryptedPassword = new() { EncryptedPasswords = { new EncryptedData { EncryptedBytes = ByteString.CopyFromUtf8(password) } } },
    };
}
