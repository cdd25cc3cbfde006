using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>The distinct ids that a reading has met, by their 64-bit hashes: small enough to be part of a cursor.</summary>
public sealed class IdSet
{
    private readonly HashSet<ulong> _hashes = [];

    /// <summary>How many there are.</summary>
    public int Count => _hashes.Count;

    /// <summary>Adds an id; false where it was met before.</summary>
    public bool Add(string id) => _hashes.Add(HashOf(id));

    /// <summary>Whether an id was met.</summary>
    public bool Contains(string id) => _hashes.Contains(HashOf(id));

    /// <summary>Whether the other set holds the same ids.</summary>
    public bool SetEquals(IdSet other) => _hashes.SetEquals(other._hashes);

    internal static ulong HashOf(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>Reads the text that <see cref="ToString"/> gives.</summary>
    /// <exception cref="FormatException">The text is no such set.</exception>
    public static IdSet Parse(string text)
    {
        var bytes = Convert.FromBase64String(text);
        if (bytes.Length % sizeof(ulong) != 0)
        {
            throw new FormatException("no set of ids");
        }

        var set = new IdSet();
        for (var at = 0; at < bytes.Length; at += sizeof(ulong))
        {
            set._hashes.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)));
        }

        return set;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var bytes = new byte[_hashes.Count * sizeof(ulong)];
        var at = 0;
        foreach (var hash in _hashes)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), hash);
            at += sizeof(ulong);
        }

        return Convert.ToBase64String(bytes);
    }
}
