using System.Buffers;
using System.IO.Compression;

namespace Auth0Connector.Tables.Parquet;

/// <summary>Pages of a column, compressed as they come, so that a row group never stands in memory as it is.</summary>
internal sealed class PageBuffer : IDisposable
{
    private readonly MemoryStream _pages = new();
    private readonly MemoryStream _compressed = new();
    private readonly ArrayBufferWriter<byte> _header = new();

    /// <summary>The bytes of all pages with their headers.</summary>
    public long Length => _pages.Length;

    /// <summary>What they would take uncompressed.</summary>
    public long PlainLength { get; private set; }

    /// <summary>Adds a page; <paramref name="describe"/> writes the part of its header that its kind has.</summary>
    public void Add(int kind, ReadOnlySpan<byte> body, Action<ThriftWriter> describe)
    {
        _compressed.SetLength(0);
        using (var gzip = new GZipStream(_compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        var length = body.Length;
        _header.ResetWrittenCount();
        var thrift = new ThriftWriter(_header);
        thrift.Struct(() =>
        {
            thrift.Number(1, kind);
            thrift.Number(2, length);
            thrift.Number(3, (int)_compressed.Length);
            describe(thrift);
        });
        _pages.Write(_header.WrittenSpan);
        _compressed.WriteTo(_pages);
        PlainLength += _header.WrittenCount + length;
    }

    /// <summary>Passes the pages on and begins anew.</summary>
    public void MoveTo(Stream target)
    {
        _pages.WriteTo(target);
        _pages.SetLength(0);
        PlainLength = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Dispose();
        _compressed.Dispose();
    }
}
