using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Auth0Connector.Provisioning.Records;

/// <summary>
/// A file of JSON lines that only grows. Each line is on the disk before the next step is taken. What a crash
/// cut off at the end is passed over and written over; every other line that cannot be read is named.
/// </summary>
internal sealed class JsonLinesFile<T> : IDisposable
    where T : class, IRecordLine
{
    private readonly FileStream _file;
    private readonly string _path;
    private readonly JsonTypeInfo<T> _type;

    private JsonLinesFile(string path, FileStream file, JsonTypeInfo<T> type)
    {
        _file = file;
        _path = path;
        _type = type;
        try
        {
            Damage = Check(Path.GetFileName(path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Name of the file.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The lines that cannot be read.</summary>
    public IReadOnlyList<DamagedLine> Damage { get; }

    /// <summary>Opens the file, or makes it; nobody else may have it open meanwhile.</summary>
    public static JsonLinesFile<T> Open(string path, JsonTypeInfo<T> type) => new(path, RecordFile.Open(path), type);

    /// <summary>Opens the file to be looked at only.</summary>
    public static JsonLinesFile<T> OpenToRead(string path, JsonTypeInfo<T> type) => new(path, RecordFile.OpenToRead(path), type);

    /// <summary>All lines that can be read.</summary>
    public IEnumerable<(int Number, T Line)> Read()
    {
        _file.Position = 0;
        foreach (var raw in RawLine.Of(_file))
        {
            if (LineReader.Read(raw, _type).Line is { } line)
            {
                yield return (raw.Number, line);
            }
        }
    }

    /// <summary>Appends a line and waits until it is on the disk.</summary>
    public void Append(T line)
    {
        try
        {
            var end = _file.Seek(0, SeekOrigin.End);
            var isOpen = end > 0 && LastByte(end) != '\n';
            byte[] bytes = [.. isOpen ? "\n"u8 : [], .. JsonSerializer.SerializeToUtf8Bytes(line, _type), (byte)'\n'];
            _file.Write(bytes);
            _file.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw RecordFile.Broken(_path, failure);
        }
    }

    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // Every line was flushed on its own, and whoever could not write one has said so.
        }
    }

    private int LastByte(long end)
    {
        _file.Position = end - 1;
        return _file.ReadByte();
    }

    // A file in which nothing is ours belongs to somebody else, and stays as it is.
    private List<DamagedLine> Check(string name)
    {
        var damage = new List<DamagedLine>();
        var isOurs = false;
        long? torn = null;
        _file.Position = 0;
        foreach (var raw in RawLine.Of(_file))
        {
            var (line, fault) = LineReader.Read(raw, _type);
            isOurs |= line is not null;
            torn = LineReader.IsTorn(raw) ? raw.Offset : null;
            if (fault is not null)
            {
                damage.Add(new DamagedLine(name, raw.Number, fault));
            }
        }

        if (damage.Count > 0 && !isOurs)
        {
            throw new ProvisioningException(
                ProvisioningErrorKind.File,
                $"{name}: line {damage[0].Number} cannot be read ({damage[0].Why}), nor any other; it is another file, or damaged as a whole: name the right one, or take it from a copy; nothing was changed");
        }

        if (torn is { } offset && _file.CanWrite)
        {
            _file.SetLength(offset);
        }

        return damage;
    }
}
