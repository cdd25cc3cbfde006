using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Auth0Connector.Provisioning.Records;

/// <summary>
/// A file of JSON lines that only grows. Each line is on the disk before the next step is taken, and a line that a
/// crash cut off is passed over and never joined with the next.
/// </summary>
internal sealed class JsonLinesFile<T> : IDisposable
    where T : class
{
    private readonly FileStream _file;
    private readonly JsonTypeInfo<T> _type;

    private JsonLinesFile(FileStream file, JsonTypeInfo<T> type)
    {
        _file = file;
        _type = type;
    }

    /// <summary>Opens the file, or makes it; nobody else may have it open meanwhile.</summary>
    public static JsonLinesFile<T> Open(string path, JsonTypeInfo<T> type)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new JsonLinesFile<T>(new FileStream(path, options), type);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new ProvisioningException(ProvisioningErrorKind.Locked, $"{Path.GetFileName(path)} is in use by another run; wait until it has ended", taken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"{Path.GetFileName(path)} cannot be written ({failure.GetType().Name})", failure);
        }
    }

    /// <summary>All whole lines.</summary>
    public IReadOnlyList<T> Read()
    {
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        var lines = new List<T>();
        while (reader.ReadLine() is { } text)
        {
            if (Parse(text) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Appends a line and waits until it is on the disk.</summary>
    public void Append(T line)
    {
        var end = _file.Seek(0, SeekOrigin.End);
        if (end > 0)
        {
            _file.Position = end - 1;
            if (_file.ReadByte() != '\n')
            {
                _file.WriteByte((byte)'\n');
            }
        }

        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, _type), (byte)'\n'];
        _file.Write(bytes);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private T? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize(text, _type);
        }
        catch (JsonException)
        {
            // Cut off by a crash while it was written: what it says was not acted on yet.
            return null;
        }
    }
}
