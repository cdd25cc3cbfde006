using Auth0Connector.AccessFile.Disk;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ObjectStore;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Objects;

/// <summary>Access files of an object store that are looked into: copies in a folder that only this user enters, gone with the session.</summary>
internal sealed class FetchedObjects(Host host, SecretMask mask) : IDisposable
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private PrivateFolder? _folder;

    /// <summary>Fetches those of the names that are objects.</summary>
    /// <exception cref="ObjectStoreException">One is not there, or cannot be read.</exception>
    public async Task FetchAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var text in names.Distinct(StringComparer.Ordinal))
        {
            if (ObjectName.TryParse(text) is not { } name)
            {
                continue;
            }

            _folder ??= PrivateFolder.Create(host.Variable("BATON_TMPDIR") is { Length: > 0 } parent ? host.FullPath(parent) : null);
            var path = Path.Combine(_folder.Path, $"{_paths.Count}.c1z");
            using var client = ObjectStoreClient.Open(host.Variable, mask.Add, host.Clock);
            if (await client.DownloadAsync(name, path, cancellationToken) is null)
            {
                throw new ObjectStoreException(ObjectStoreErrorKind.NotFound, $"Cannot read '{name}': there is no such object; check the key");
            }

            _paths.Add(text, path);
            host.Remote.Add(path, name.ToString());
        }
    }

    /// <summary>Where a file lies on this disk that the person named, be it an object or a file.</summary>
    public string PathOf(string name) => _paths.TryGetValue(name, out var path) ? path : host.FullPath(name);

    /// <inheritdoc/>
    public void Dispose() => _folder?.Dispose();
}
