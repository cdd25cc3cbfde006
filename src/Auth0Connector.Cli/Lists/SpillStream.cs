namespace Auth0Connector.Cli.Lists;

/// <summary>
/// Bytes that are written once and then read in any order: in memory while they are few, else in a file that has no name any
/// more, so that nothing of it stays behind whatever ends the process.
/// </summary>
internal sealed class SpillStream : IDisposable
{
    private const int MostInMemory = 8 * 1024 * 1024;

    private Stream _bytes = new MemoryStream();

    /// <summary>Where the next bytes go.</summary>
    public long Length => _bytes.Length;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_bytes is MemoryStream memory && memory.Length + bytes.Length > MostInMemory)
        {
            _bytes = OpenFile();
            memory.WriteTo(_bytes);
            memory.Dispose();
        }

        _bytes.Write(bytes);
    }

    /// <summary>Reads bytes from a place.</summary>
    public void Read(long place, Span<byte> bytes)
    {
        _bytes.Position = place;
        _bytes.ReadExactly(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();

    private static FileStream OpenFile()
    {
        // The folder is its owner's only.
        var folder = Directory.CreateTempSubdirectory("auth0-connector-");
        var file = new FileStream(
            Path.Combine(folder.FullName, "rows"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        if (!OperatingSystem.IsWindows())
        {
            folder.Delete(recursive: true);
        }

        return file;
    }
}
