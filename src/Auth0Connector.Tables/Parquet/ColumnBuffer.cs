using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Auth0Connector.Tables.Parquet;

/// <summary>
/// What a row group holds of one column. Values go through a dictionary until that is too large to pay, then as they are, as
/// other writers do it as well. An empty cell is null.
/// </summary>
internal sealed class ColumnBuffer(Column column) : IDisposable
{
    private const int PageRows = 20_000;
    private const int PageBytes = 512 * 1024;
    private const int DictionaryBytes = 256 * 1024;

    private readonly PageBuffer _pages = new();
    private readonly PageBuffer _dictionaryPage = new();
    private readonly List<int> _levels = [];
    private readonly List<int> _places = [];
    private readonly List<bool> _flags = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _dictionary = new();
    private readonly ArrayBufferWriter<byte> _plain = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private bool _usesDictionary = column.Kind != ColumnKind.Flag;
    private bool _hasPlainPage;
    private long _nulls;
    private long _count;

    /// <summary>The bytes that stand ready.</summary>
    public long Length => _pages.Length;

    /// <summary>Adds a cell.</summary>
    public void Add(string cell)
    {
        var isThere = cell.Length > 0 && Take(cell);
        _levels.Add(isThere ? 1 : 0);
        _nulls += isThere ? 0 : 1;
        _count++;
        if (_levels.Count >= PageRows || _plain.WrittenCount >= PageBytes)
        {
            EndPage();
        }
        else if (_usesDictionary && _dictionary.WrittenCount >= DictionaryBytes)
        {
            EndPage();
            _usesDictionary = false;
        }
    }

    /// <summary>Writes the column of the row group and begins the next one; says what stands where.</summary>
    public ColumnChunk MoveTo(Stream target, long offset)
    {
        EndPage();
        if (_known.Count > 0)
        {
            var count = _known.Count;
            _dictionaryPage.Add(ParquetCodes.DictionaryPage, _dictionary.WrittenSpan, header => header.Nested(7, () =>
            {
                header.Number(1, count);
                header.Number(2, ParquetCodes.Plain);
            }));
        }

        var chunk = new ColumnChunk(
            column,
            _known.Count > 0 ? offset : null,
            offset + _dictionaryPage.Length,
            _count,
            _nulls,
            _dictionaryPage.PlainLength + _pages.PlainLength,
            _dictionaryPage.Length + _pages.Length,
            _hasPlainPage);
        _dictionaryPage.MoveTo(target);
        _pages.MoveTo(target);
        _known.Clear();
        _dictionary.ResetWrittenCount();
        _usesDictionary = column.Kind != ColumnKind.Flag;
        _hasPlainPage = false;
        _nulls = 0;
        _count = 0;
        return chunk;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Dispose();
        _dictionaryPage.Dispose();
    }

    /// <summary>Takes a value in; false where the text says none.</summary>
    private bool Take(string cell)
    {
        if (column.Kind == ColumnKind.Flag)
        {
            _flags.Add(cell == Column.Yes);
            return true;
        }

        if (!_usesDictionary)
        {
            return Encode(cell, _plain);
        }

        if (!_known.TryGetValue(cell, out var place))
        {
            if (!Encode(cell, _dictionary))
            {
                return false;
            }

            _known[cell] = place = _known.Count;
        }

        _places.Add(place);
        return true;
    }

    private bool Encode(string cell, ArrayBufferWriter<byte> target)
    {
        if (column.Kind == ColumnKind.Time)
        {
            return PlainEncoder.Time(cell, target);
        }

        PlainEncoder.Text(cell, target);
        return true;
    }

    private void EndPage()
    {
        if (_levels.Count == 0)
        {
            return;
        }

        _body.ResetWrittenCount();
        WriteLevels();
        var encoding = WriteValues();
        var count = _levels.Count;
        _pages.Add(ParquetCodes.DataPage, _body.WrittenSpan, header => header.Nested(5, () =>
        {
            header.Number(1, count);
            header.Number(2, encoding);
            header.Number(3, ParquetCodes.Hybrid);
            header.Number(4, ParquetCodes.Hybrid);
        }));
        _levels.Clear();
    }

    /// <summary>Which cells hold something; the length stands before it.</summary>
    private void WriteLevels()
    {
        _body.Write("\0\0\0\0"u8);
        HybridEncoder.Write(CollectionsMarshal.AsSpan(_levels), width: 1, _body);
        var written = MemoryMarshal.AsMemory(_body.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32LittleEndian(written, written.Length - sizeof(int));
    }

    private int WriteValues()
    {
        // A chunk that holds nothing has no dictionary that a page could mean.
        if (_usesDictionary && _known.Count > 0)
        {
            var width = HybridEncoder.Width(_known.Count);
            _body.Write([(byte)width]);
            HybridEncoder.Write(CollectionsMarshal.AsSpan(_places), width, _body);
            _places.Clear();
            return ParquetCodes.Dictionary;
        }

        PlainEncoder.Flags(_flags, _plain);
        _flags.Clear();
        _body.Write(_plain.WrittenSpan);
        _plain.ResetWrittenCount();
        _hasPlainPage = true;
        return ParquetCodes.Plain;
    }
}
