using System.Buffers.Binary;
using System.Globalization;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Stops an unpacking that leads nowhere before it fills the disk: what a frame and then the database's own header declare is
/// held against the limit, the free space and the size of the file, and nothing is unpacked far beyond what was declared.
/// </summary>
internal sealed class UnpackingGuard(string path, DecoderLimits limits, long packedBytes, Func<long> freeBytes)
{
    // Little enough for every disk; small files are left to whoever reads the database.
    private const long Unjudged = 64 << 20;
    private const long Step = 64 << 20;

    // zstd takes access files to a fifth or a twentieth, and zeros to a thirty-thousandth.
    private const long MostTimes = 1000;
    private const long Large = 1L << 30;

    private readonly byte[] _header = new byte[DatabaseHeader.Length];
    private int _known;
    private long? _declared;
    private long _nextCheck = Step;

    /// <summary>How far it has judged, to go back to.</summary>
    public long Mark => _nextCheck;

    /// <summary>Forgets what it heard since a mark, of bytes behind the header.</summary>
    public void Return(long mark) => _nextCheck = mark;

    /// <summary>Hears how much is to come, before any of it is written.</summary>
    public void Expect(ulong bytes, long decoded)
    {
        var total = bytes > (ulong)(long.MaxValue - decoded) ? long.MaxValue : decoded + (long)bytes;
        if (total > limits.MaxDecodedBytes)
        {
            throw TooLarge($"it declares {bytes} bytes of content, over the limit of {limits.MaxDecodedBytes}");
        }

        // Whoever raises the limit knows the file.
        if (total > Large && packedBytes > 0 && total / packedBytes > MostTimes && limits.MaxDecodedBytes <= DecoderLimits.Default.MaxDecodedBytes)
        {
            throw TooLarge($"it would unpack to {total} bytes, {total / packedBytes} times its size, as no access file does; a limit above the usual one lets it pass");
        }

        DemandSpace(total - decoded);
    }

    /// <summary>Hears what was unpacked, before it is written.</summary>
    public void Take(ReadOnlySpan<byte> bytes, long decoded)
    {
        if (_known < _header.Length)
        {
            var count = Math.Min(bytes.Length, _header.Length - _known);
            bytes[..count].CopyTo(_header.AsSpan(_known));
            _known += count;
            if (_known == _header.Length && DatabaseHeader.SizeOf(_header) is { } size)
            {
                _declared = size;
                Expect((ulong)Math.Max(0, size - decoded), decoded);
            }
        }

        if (decoded < _nextCheck)
        {
            return;
        }

        _nextCheck = decoded + Step;
        if (!DatabaseHeader.IsOne(_header))
        {
            throw Damaged("what it unpacks to is no database");
        }

        if (_declared is { } declared && decoded > (2 * declared) + Unjudged)
        {
            throw Damaged("it unpacks to far more than the database in it");
        }

        DemandSpace(Step);
    }

    private void DemandSpace(long needed)
    {
        var free = freeBytes();
        if (needed > free)
        {
            throw new AccessFileException(
                AccessFileErrorKind.DiskFull,
                $"The file '{path}' is not unpacked: that needs {Megabytes(needed)} MB more and {Megabytes(free)} MB are free; make room, or name another folder with BATON_TMPDIR.",
                path);
        }
    }

    private static string Megabytes(long bytes) => Math.Ceiling(bytes / 1_000_000.0).ToString("0", CultureInfo.InvariantCulture);

    private AccessFileException TooLarge(string reason) => new(
        AccessFileErrorKind.TooLarge, $"The file '{path}' is not unpacked: {reason} (BATON_DECODER_MAX_DECODED_SIZE_MB raises it).", path);

    private AccessFileException Damaged(string reason) => new(AccessFileErrorKind.Corrupt, $"The file '{path}' is damaged: {reason}.", path);
}

/// <summary>The header of a SQLite database (https://www.sqlite.org/fileformat2.html, section 1.3).</summary>
internal static class DatabaseHeader
{
    public const int Length = 100;

    public static bool IsOne(ReadOnlySpan<byte> header) => header.StartsWith("SQLite format 3\0"u8);

    /// <summary>The size that it states; null where it states none that counts.</summary>
    public static long? SizeOf(ReadOnlySpan<byte> header)
    {
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var isValid = header[24..28].SequenceEqual(header[92..96]);
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65_536 : size;
        return IsOne(header) && isValid && pages > 0 && pageSize >= 512 ? pages * (long)pageSize : null;
    }
}
