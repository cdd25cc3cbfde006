using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>The content of a file: chunks of 64 KiB, each sealed with its number and whether it is the last.</summary>
internal static class AgePayload
{
    private const int ChunkSize = 64 * 1024;
    private const int SealedSize = ChunkSize + AgeCipher.TagSize;
    private const int SaltSize = 16;
    private const string Label = "payload";

    public static byte[] Seal(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> plain)
    {
        var chunks = Math.Max(1, (plain.Length + ChunkSize - 1) / ChunkSize);
        var payload = new byte[SaltSize + plain.Length + (chunks * AgeCipher.TagSize)];
        RandomNumberGenerator.Fill(payload.AsSpan(0, SaltSize));
        var key = AgeCipher.Derive(fileKey, payload.AsSpan(0, SaltSize), Label);
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var isLast = chunk == chunks - 1;
            var from = plain[(chunk * ChunkSize)..];
            AgeCipher.Seal(key, Nonce(chunk, isLast), isLast ? from : from[..ChunkSize], payload.AsSpan(SaltSize + (chunk * SealedSize)));
        }

        CryptographicOperations.ZeroMemory(key);
        return payload;
    }

    /// <summary>The content.</summary>
    /// <exception cref="FormatException">It is cut or was changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < SaltSize + AgeCipher.TagSize)
        {
            throw new FormatException("it is cut short");
        }

        var key = AgeCipher.Derive(fileKey, payload[..SaltSize], Label);
        var body = payload[SaltSize..];
        var chunks = (body.Length + SealedSize - 1) / SealedSize;
        var last = body.Length - ((chunks - 1) * SealedSize);
        // An empty chunk is the whole of an empty file, or somebody's addition.
        if (last < AgeCipher.TagSize || (last == AgeCipher.TagSize && chunks > 1))
        {
            throw new FormatException("it is cut short");
        }

        var plain = new byte[body.Length - (chunks * AgeCipher.TagSize)];
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            var isLast = chunk == chunks - 1;
            if (!AgeCipher.TryOpen(key, Nonce(chunk, isLast), body.Slice(chunk * SealedSize, isLast ? last : SealedSize), plain.AsSpan(chunk * ChunkSize)))
            {
                CryptographicOperations.ZeroMemory(plain);
                throw new FormatException("its content is cut short or was changed");
            }
        }

        CryptographicOperations.ZeroMemory(key);
        return plain;
    }

    private static byte[] Nonce(int chunk, bool isLast)
    {
        var nonce = new byte[AgeCipher.NonceSize];
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(AgeCipher.NonceSize - 5), chunk);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
