using System.Buffers.Binary;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// Sorts records by the bytes of their keys in bounded memory: what does not fit is written as sorted runs into a private file,
/// and merged when it is read. In large pieces, unlike SQLite's own sorter, whose calls of the system take longer than the rest.
/// </summary>
internal sealed class RecordSorter(string? temporaryFolder, int mostBytes = RecordSorter.MostBytes) : IDisposable
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int Head = 2 * sizeof(int);

    private readonly List<int> _places = [];
    private readonly List<(long Start, long End)> _runs = [];
    private byte[] _records = [];
    private int _length;
    private PrivateFolder? _folder;
    private FileStream? _file;

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        var length = Head + key.Length + content.Length;
        if (_length > 0 && _length + length > mostBytes)
        {
            Spill();
        }

        if (_records.Length < _length + length)
        {
            Array.Resize(ref _records, Math.Max(_length + length, Math.Min(mostBytes, Math.Max(64 * 1024, 2 * _records.Length))));
        }

        var record = _records.AsSpan(_length, length);
        BinaryPrimitives.WriteInt32LittleEndian(record, key.Length);
        BinaryPrimitives.WriteInt32LittleEndian(record[sizeof(int)..], content.Length);
        key.CopyTo(record[Head..]);
        content.CopyTo(record[(Head + key.Length)..]);
        _places.Add(_length);
        _length += length;
    }

    /// <summary>The contents in the order of their keys; nothing may be added any more.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Read()
    {
        if (_runs.Count == 0)
        {
            Sort();
            foreach (var place in _places)
            {
                yield return RecordRun.ContentOf(_records.AsMemory(place));
            }

            yield break;
        }

        Spill();
        _records = [];
        var runs = new PriorityQueue<RecordRun, RecordRun>(RecordRun.ByKey);
        foreach (var (start, end) in _runs)
        {
            var run = new RecordRun(_file!.SafeFileHandle, start, end, Math.Clamp(mostBytes / _runs.Count, 4 * 1024, 1024 * 1024));
            if (Guard(run.Next))
            {
                runs.Enqueue(run, run);
            }
        }

        while (runs.TryDequeue(out var run, out _))
        {
            yield return run.Content;
            if (Guard(run.Next))
            {
                runs.Enqueue(run, run);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _folder?.Dispose();
    }

    // Records with the same key stay as they came.
    private void Sort() => _places.Sort((one, other) =>
        RecordRun.KeyOf(_records.AsSpan(one)).SequenceCompareTo(RecordRun.KeyOf(_records.AsSpan(other))) is not 0 and var keys ? keys : one.CompareTo(other));

    private void Spill()
    {
        Sort();
        _folder ??= PrivateFolder.Create(temporaryFolder);
        Guard(() =>
        {
            _file ??= _folder.CreateWorkFile("rows");
            var start = _file.Position;
            foreach (var place in _places)
            {
                _file.Write(RecordRun.Whole(_records.AsSpan(place)));
            }

            _file.Flush();
            _runs.Add((start, _file.Position));
            return true;
        });
        _places.Clear();
        _length = 0;
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (FileFailure.Is(exception))
        {
            throw FileFailure.From(exception, _folder!.Path, "set rows aside in");
        }
    }
}
