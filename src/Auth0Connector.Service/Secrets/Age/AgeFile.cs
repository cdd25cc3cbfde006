using System.Security.Cryptography;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Writes and reads small binary age files (age-encryption.org/v1), whole in memory.</summary>
internal static class AgeFile
{
    public const int FileKeySize = 16;

    /// <summary>Seals content to one recipient.</summary>
    public static byte[] Seal(IAgeRecipient recipient, ReadOnlySpan<byte> plain)
    {
        Span<byte> fileKey = stackalloc byte[FileKeySize];
        RandomNumberGenerator.Fill(fileKey);
        byte[] file = [.. AgeHeader.Write(recipient.Wrap(fileKey), fileKey), .. AgePayload.Seal(fileKey, plain)];
        CryptographicOperations.ZeroMemory(fileKey);
        return file;
    }

    /// <summary>The content, for who has the key.</summary>
    /// <exception cref="FormatException">It is no such file, it is for somebody else, it is cut, or it was changed.</exception>
    public static byte[] Open(SshEd25519Identity identity, ReadOnlySpan<byte> file)
    {
        var header = AgeHeader.Read(file);
        Span<byte> fileKey = stackalloc byte[FileKeySize];
        try
        {
            var isFor = false;
            foreach (var stanza in header.Stanzas)
            {
                isFor = isFor || identity.TryUnwrap(stanza, fileKey);
            }

            if (!isFor)
            {
                throw new FormatException("it is sealed to another key");
            }

            return header.IsProvenBy(fileKey)
                ? AgePayload.Open(fileKey, file[header.Size..])
                : throw new FormatException("its header was changed");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }
}
