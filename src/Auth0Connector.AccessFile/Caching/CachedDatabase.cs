namespace Auth0Connector.AccessFile.Caching;

/// <summary>An unpacked database that stays; while this is held, nobody removes it.</summary>
internal sealed class CachedDatabase(string path, IDisposable hold) : IDisposable
{
    public string Path => path;

    public void Dispose() => hold.Dispose();
}
