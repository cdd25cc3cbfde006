using System.Security.Cryptography;

namespace Auth0Connector.ControlPlane.Calls;

/// <summary>The bytes of an upload as they come: into a file, through a hash, nothing kept in memory.</summary>
internal sealed class Received : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<int> _chunks = [];
    private byte[]? _whole;

    public Received(string path)
    {
        Path = path;
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    }

    public string Path { get; }

    public long Length { get; private set; }

    public IReadOnlyList<int> Chunks => _chunks;

    public async Task AddAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        await _file.WriteAsync(data, cancellationToken);
        _hash.AppendData(data.Span);
        _chunks.Add(data.Length);
        Length += data.Length;
    }

    /// <summary>SHA-256 of what came so far; also after the file is closed.</summary>
    public byte[] Hash() => _whole ?? _hash.GetCurrentHash();

    /// <summary>Closes the file; the hash stays readable.</summary>
    public async ValueTask DisposeAsync()
    {
        _whole = _hash.GetCurrentHash();
        _hash.Dispose();
        await _file.DisposeAsync();
    }
}
