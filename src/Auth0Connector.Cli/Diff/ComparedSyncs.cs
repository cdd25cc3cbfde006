using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Diff;

/// <summary>The two syncs that a command compares, of one file or of two.</summary>
internal sealed class ComparedSyncs : IDisposable
{
    private readonly AccessFileReader _before;
    private readonly AccessFileReader _after;
    private readonly AccessList _beforeList;
    private readonly AccessList _afterList;
    private readonly SyncComparison _comparison;

    private ComparedSyncs(AccessFileReader before, SyncRun beforeSync, AccessFileReader after, SyncRun afterSync)
    {
        _before = before;
        _after = after;
        _beforeList = new AccessList(before, beforeSync);
        _afterList = new AccessList(after, afterSync);
        _comparison = SyncComparison.Open(before, beforeSync, after, afterSync);
        Diff = new AccessDiff(_beforeList, _afterList, _comparison);
    }

    /// <summary>What differs.</summary>
    public AccessDiff Diff { get; }

    /// <summary>Opens one file or two and chooses the syncs.</summary>
    public static ComparedSyncs Open(Session session, ResolvedSettings settings, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var first = names is [var name, ..] ? name : settings.Text(FileFlags.File)!;
        var before = OpenedFile.Open(session, first, cancellationToken);
        var after = before;
        try
        {
            after = names is [_, var second] ? OpenedFile.Open(session, second, cancellationToken) : before;
            var later = Choose(session, after, settings, DiffFlags.To, before: null);
            var former = Choose(session, before, settings, DiffFlags.From, ReferenceEquals(before, after) ? later : null);
            return new ComparedSyncs(before, former, after, later);
        }
        catch
        {
            before.Dispose();
            after.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _comparison.Dispose();
        _beforeList.Dispose();
        _afterList.Dispose();
        _before.Dispose();
        if (!ReferenceEquals(_before, _after))
        {
            _after.Dispose();
        }
    }

    private static SyncRun Choose(Session session, AccessFileReader reader, ResolvedSettings settings, SettingDefinition setting, SyncRun? before)
    {
        if (settings.Text(setting) is { } id)
        {
            return reader.FindSync(id)
                ?? throw new UsageException($"--{setting.Name}: there is no sync '{Printable.Short(id)}' in the file; 'syncs' lists them");
        }

        if (reader.CurrentSync is not { IsFinished: true })
        {
            throw OpenedFile.NoSync(session, reader);
        }

        var full = reader.FullSyncs;
        var candidates = before is null ? full : [.. full.SkipWhile(sync => sync.SyncId != before.SyncId).Skip(1)];
        return candidates is [var newest, ..]
            ? newest
            : throw new UsageException(before is null
                ? "there is no finished full sync in the file to compare; 'syncs' lists what it has"
                : "there is only one finished full sync to compare; give two files, as in 'diff old.c1z new.c1z', or --from and --to");
    }
}
