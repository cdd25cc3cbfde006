using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ObjectStore;
using Auth0Connector.ObjectStore.Failures;
using Auth0Connector.ObjectStore.Naming;

namespace Auth0Connector.Cli.Objects;

/// <summary>
/// An object that a sync writes. The sync writes a file as always, in a folder of the object's own; then the file takes the object's
/// place, if that still is the one that was there before.
/// </summary>
internal sealed class ObjectTarget : IDisposable
{
    private static readonly string[] Plain = [".db", ".sqlite"];

    private readonly ObjectName _name;
    private readonly ObjectStoreClient _client;
    private readonly Host _host;
    private readonly string _unsent;
    private bool _isSent;
    private TargetLock? _lock;
    private string? _formerTag;

    private ObjectTarget(ObjectName name, ObjectStoreClient client, Host host)
    {
        (_name, _client, _host) = (name, client, host);
        var folder = ObjectFolder.Make(client.Identity(name), host);
        var extension = Plain.FirstOrDefault(plain => name.Key.EndsWith(plain, StringComparison.OrdinalIgnoreCase)) ?? ".c1z";
        LocalPath = Path.Combine(folder, "sync" + extension);
        _unsent = Path.Combine(folder, "unsent" + extension);
        host.Remote.Add(LocalPath, Name);
    }

    /// <summary>The object as the person wrote it.</summary>
    public string Name => _name.ToString();

    /// <summary>The file that the sync writes.</summary>
    public string LocalPath { get; }

    /// <summary>Looks at a name; <see langword="null"/> where it is one on this disk. Nothing is asked of the store yet.</summary>
    public static ObjectTarget? TryOpen(string label, string text, Host host, SecretMask mask)
    {
        if (Parse(label, text) is not { } name)
        {
            return null;
        }

        var client = ObjectStoreClient.Open(host.Variable, mask.Add, host.Clock);
        try
        {
            return new ObjectTarget(name, client, host);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Takes the object for this run, and fetches what it is now: former syncs are kept from it, and only that may be replaced.</summary>
    public async Task ReadFormerAsync(CancellationToken cancellationToken)
    {
        _lock = TargetLock.TakeNamed(LocalPath + ".object.lock", Name, _host.Clock);

        // What an earlier run left here may never have reached the store.
        File.Delete(LocalPath);
        _formerTag = await _client.DownloadAsync(_name, LocalPath, cancellationToken);
    }

    /// <summary>Puts the file in the object's place.</summary>
    /// <exception cref="ObjectStoreException">It was not put there; the file lies where the message says.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.UploadAsync(_name, LocalPath, _formerTag, cancellationToken);
        }
        catch (ObjectStoreException failure)
        {
            File.Move(LocalPath, _unsent, overwrite: true);
            throw new ObjectStoreException(failure.Kind, $"{failure.Message.TrimEnd('.')}; what was read lies whole in {_unsent}", failure);
        }
        catch (OperationCanceledException failure)
        {
            File.Move(LocalPath, _unsent, overwrite: true);
            throw new OperationCanceledException($"stopped while '{Name}' was written, which is the former file or the new one; the new one lies whole in {_unsent}", failure, cancellationToken);
        }

        _isSent = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isSent)
        {
            // The store has it; nobody's access lies about here.
            DeleteQuietly(LocalPath);
            DeleteQuietly(_unsent);
        }

        _lock?.Dispose();
        _client.Dispose();
    }

    private static ObjectName? Parse(string label, string text)
    {
        try
        {
            return ObjectName.TryParse(text);
        }
        catch (ObjectStoreException mistake)
        {
            throw new UsageException($"{label}: {mistake.Message}");
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            // The next run replaces it.
        }
    }
}
