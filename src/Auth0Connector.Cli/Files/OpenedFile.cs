using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Files;

/// <summary>An access file that a command looks into, and the sync of it that is shown.</summary>
internal sealed class OpenedFile : IDisposable
{
    private OpenedFile(AccessFileReader reader, SyncRun sync)
    {
        Reader = reader;
        List = new AccessList(reader, sync);
    }

    /// <summary>The file.</summary>
    public AccessFileReader Reader { get; }

    /// <summary>The sync that is looked at.</summary>
    public AccessList List { get; }

    /// <summary>Opens the file and the sync that the settings name, or else the newest finished one; there must be one.</summary>
    public static OpenedFile Open(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var reader = Open(session, settings.Text(FileFlags.File)!, cancellationToken);
        try
        {
            var sync = Choose(session, reader, settings.Text(FileFlags.SyncId));
            if (!sync.IsFinished)
            {
                session.Consoles.WriteError($"note: sync {Printable.Of(sync.SyncId)} of {Printable.Short(session.Host.ShownPath(reader.Path))} never finished; what it had read by then is shown");
            }

            return new OpenedFile(reader, sync);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The same for an answer that others rely on: what an unfinished sync lacks, nobody knows.</summary>
    public static OpenedFile OpenFinished(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var file = Open(session, settings, cancellationToken);
        if (file.List.Sync.IsFinished)
        {
            return file;
        }

        file.Dispose();
        throw new AccessFileException(AccessFileErrorKind.NotFound, $"{session.Host.ShownPath(file.Reader.Path)}: the sync never finished, so nothing can be concluded from it; 'syncs' lists what the file has", file.Reader.Path);
    }

    /// <summary>Opens a file.</summary>
    public static AccessFileReader Open(Session session, string name, CancellationToken cancellationToken)
    {
        var path = session.Objects.PathOf(name);
        return AccessFileReader.Open(path, ReaderSettings.Of(session, path), cancellationToken);
    }

    /// <summary>The sync of that id; or the newest finished one, without which there is nothing to look at.</summary>
    public static SyncRun Choose(Session session, AccessFileReader reader, string? syncId)
    {
        if (syncId is null)
        {
            return reader.CurrentSync is { IsFinished: true } newest ? newest : throw NoSync(session, reader);
        }

        return reader.FindSync(syncId)
            ?? throw new UsageException(
                $"--sync-id: there is no sync '{Printable.Short(syncId)}' in the file; it has {(reader.Syncs.Count == 0 ? "none" : string.Join(", ", reader.Syncs.Take(10).Select(sync => Printable.Short(sync.SyncId))))}");
    }

    /// <summary>What is said where a file has no finished sync: an empty answer would be taken for a clean one.</summary>
    public static AccessFileException NoSync(Session session, AccessFileReader reader) => new(
        AccessFileErrorKind.NotFound,
        $"there is no finished sync in {session.Host.ShownPath(reader.Path)}; 'syncs' lists what it has{(reader.Syncs is [.., var last] ? $", and --sync-id {Printable.Short(last.SyncId)} shows what an unfinished one had read" : string.Empty)}",
        session.Host.ShownPath(reader.Path));

    public void Dispose()
    {
        List.Dispose();
        Reader.Dispose();
    }
}
