using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Looking;

/// <summary>An access file that a command looks into, and the sync of it that is shown.</summary>
internal sealed class OpenedFile : IDisposable
{
    private OpenedFile(AccessFileReader reader, SyncRun? sync)
    {
        Reader = reader;
        List = sync is null ? null : new AccessList(reader, sync);
    }

    /// <summary>The file.</summary>
    public AccessFileReader Reader { get; }

    /// <summary>The lists of the sync; null in a file without any sync.</summary>
    public AccessList? List { get; }

    /// <summary>Opens the file that the settings name, and says what is not to be expected of it.</summary>
    public static OpenedFile Open(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var reader = Open(session, settings.Text(LookTable.File)!, cancellationToken);
        try
        {
            var sync = Choose(reader, settings.Text(LookTable.SyncId));
            if (sync is { IsFinished: false })
            {
                session.Consoles.WriteError($"note: sync {Printable.Of(sync.SyncId)} of {SettingCheck.Shown(session.Host.ShownPath(reader.Path))} never finished; what it had read by then is shown");
            }
            else if (sync is null)
            {
                session.Consoles.WriteError($"note: there is no sync in {SettingCheck.Shown(session.Host.ShownPath(reader.Path))}");
            }

            return new OpenedFile(reader, sync);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file by the name that a person gave it.</summary>
    public static AccessFileReader Open(Session session, string name, CancellationToken cancellationToken) =>
        AccessFileReader.Open(session.Host.FullPath(name), ReaderSettings.Of(session.Host), cancellationToken);

    /// <summary>The sync with this id, or the one that readers show.</summary>
    public static SyncRun? Choose(AccessFileReader reader, string? syncId)
    {
        if (syncId is null)
        {
            return reader.CurrentSync;
        }

        return reader.FindSync(syncId)
            ?? throw new ConfigurationException(
                $"--sync-id: there is no sync '{SettingCheck.Shown(syncId)}' in the file; it has {(reader.Syncs.Count == 0 ? "none" : string.Join(", ", reader.Syncs.Take(10).Select(sync => SettingCheck.Shown(sync.SyncId))))}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        List?.Dispose();
        Reader.Dispose();
    }
}
