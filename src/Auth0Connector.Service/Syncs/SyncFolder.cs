using System.Security.Cryptography;
using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Service.Syncs;

/// <summary>
/// The folder in which a service reads: predictable, so that after a restart it finds what it had begun; ours alone, and locked
/// as long as the process lives.
/// </summary>
public sealed class SyncFolder : IDisposable
{
    private const int ReadableLength = 24;
    private const int HashLength = 16;
    private const string SyncPrefix = "sync-";
    private const string SyncSuffix = ".c1z";
    private const string DebugPrefix = "debug-";

    // What is unpacked on the way; a process that was killed leaves it behind.
    private const string UnpackedPrefix = "c1z-";

    private readonly TargetLock _held;
    private readonly TimeProvider _clock;

    private SyncFolder(string path, TargetLock held, TimeProvider clock)
    {
        Path = path;
        _held = held;
        _clock = clock;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes it where it is not there yet, and takes it.</summary>
    /// <param name="parent">The folder below which it lies, which must be there.</param>
    /// <param name="clientId">The connector's id at ConductorOne.</param>
    /// <param name="hostId">The host's name there.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="AccessFileException">Somebody else made it or can enter it, or another process of the same identity works in it.</exception>
    public static SyncFolder Take(string parent, string clientId, string hostId, TimeProvider clock)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), NameOf(clientId, hostId));
        OwnFolder.Demand(path);
        var folder = new SyncFolder(path, TargetLock.TakeFolder(path, clock), clock);
        folder.RemoveWhatWasCutShort();
        return folder;
    }

    /// <summary>The access file of syncs whose content is shaped alike.</summary>
    /// <param name="content">Everything that shapes the content.</param>
    public string TargetOf(string content) => System.IO.Path.Combine(Path, SyncPrefix + Hash(content) + SyncSuffix);

    /// <summary>The path of a new file for the log of one task.</summary>
    public string NewDebugLog() => System.IO.Path.Combine(Path, $"{DebugPrefix}{Guid.NewGuid():N}.log");

    /// <summary>Removes a file and everything that was made on the way to it.</summary>
    public void Remove(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Path, System.IO.Path.GetFileName(target) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Removes what no sync goes on with any more.</summary>
    /// <param name="within">How long ago something may have been written that stays.</param>
    public void RemoveOlderThan(TimeSpan within)
    {
        var oldest = _clock.GetUtcNow() - within;
        var syncs = Directory.EnumerateFiles(Path, SyncPrefix + "*")
            .GroupBy(static file => TargetIn(file), StringComparer.Ordinal)
            .Where(files => files.Key.Length > 0 && files.All(file => File.GetLastWriteTimeUtc(file) < oldest.UtcDateTime));
        foreach (var target in syncs.Select(static files => files.Key).ToList())
        {
            Remove(target);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private void RemoveWhatWasCutShort()
    {
        foreach (var log in Directory.EnumerateFiles(Path, DebugPrefix + "*.log"))
        {
            File.Delete(log);
        }

        foreach (var unpacked in Directory.EnumerateDirectories(Path, UnpackedPrefix + "*"))
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    // The target that a file was made for: what comes after its suffix says on the way to what.
    private static string TargetIn(string file)
    {
        var end = file.IndexOf(SyncSuffix, file.Length - System.IO.Path.GetFileName(file).Length, StringComparison.Ordinal);
        return end < 0 ? "" : file[..(end + SyncSuffix.Length)];
    }

    // A name that a person knows again, and that no other pair of ids has.
    private static string NameOf(string clientId, string hostId)
    {
        var name = clientId.Split('@')[0].ToLowerInvariant();
        var readable = new string([.. name.Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(ReadableLength)]);
        return $"auth0-connector-{readable}-{Hash($"{clientId}\n{hostId}")}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
