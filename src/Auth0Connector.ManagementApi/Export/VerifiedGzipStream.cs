using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Auth0Connector.ManagementApi.Export;

/// <summary>
/// Unpacks gzip and insists on its trailer (RFC 1952, section 2.3.1). <see cref="GZipStream"/> ends quietly where the data
/// are cut, so the last eight bytes that came are compared with what was unpacked.
/// </summary>
/// <remarks>One member only, as exports are: a file of several would be taken for a cut one, loudly.</remarks>
internal sealed class VerifiedGzipStream : Stream
{
    private readonly TrailerTap _tap;
    private readonly GZipStream _gzip;
    private readonly Crc32 _checksum = new();
    private long _length;

    public VerifiedGzipStream(Stream compressed)
    {
        _tap = new TrailerTap(compressed);
        _gzip = new GZipStream(_tap, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, _gzip.Read(buffer, offset, count)), count);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _gzip.ReadAsync(buffer, cancellationToken);
        return Take(buffer.Span[..count], buffer.Length);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
            _tap.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> unpacked, int asked)
    {
        if (unpacked.IsEmpty && asked > 0)
        {
            VerifyTrailer();
        }

        _checksum.Append(unpacked);
        _length += unpacked.Length;
        return unpacked.Length;
    }

    private void VerifyTrailer()
    {
        var trailer = _tap.Last;
        if (trailer.Length < TrailerTap.Size
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer) != _checksum.GetCurrentHashAsUInt32()
            || BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]) != (uint)_length)
        {
            throw new InvalidDataException("the file is cut: its checksum is missing or wrong");
        }
    }
}
