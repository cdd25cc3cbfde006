using Auth0Connector.AccessFile;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using FileSync = Auth0Connector.AccessFile.Reading.SyncRun;
using TypeCounts = Auth0Connector.Cli.Looking.SyncColumns.TypeCounts;

namespace Auth0Connector.Cli.Commands;

/// <summary>The syncs of a file, and what one of them holds in figures.</summary>
internal static class SyncsCommand
{
    /// <summary>Lists the syncs.</summary>
    public static Task<int> ListAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.Syncs);
        var options = ListOptions<FileSync>.Read(settings, SyncColumns.Syncs);
        var filter = new RowFilter(settings);
        using var reader = OpenedFile.Open(session, settings.Text(LookTable.File)!, cancellationToken);
        ListOutput.Write(session, SyncColumns.Syncs, options, reader.Syncs.Where(sync => filter.Matches(sync.SyncId, sync.SyncType, sync.ParentSyncId)));
        return Task.FromResult(ExitCodes.Complete);
    }

    /// <summary>Shows the figures of a sync.</summary>
    public static Task<int> StatsAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, LookTable.Statistics);
        using var reader = OpenedFile.Open(session, settings.Text(LookTable.File)!, cancellationToken);
        var sync = OpenedFile.Choose(reader, settings.Text(LookTable.SyncId));
        if (sync is not { IsFinished: true })
        {
            session.Consoles.WriteError("note: there is no finished sync in the file");
            if (sync is null)
            {
                return Task.FromResult(ExitCodes.Complete);
            }
        }

        Show(session, ListForms.Read(settings), sync, reader.ReadStatistics(sync, cancellationToken));
        return Task.FromResult(ExitCodes.Complete);
    }

    private static void Show(Session session, ListForm form, FileSync sync, SyncStatistics statistics)
    {
        var shape = new ListShape<TypeCounts>("stats", SyncColumns.Counts, (json, _) => SyncJson.Write(json, sync, statistics));
        if (form is ListForm.Json or ListForm.JsonLines)
        {
            session.Consoles.WriteResult(JsonText.Of(sync, (json, run) => SyncJson.Write(json, run, statistics)));
            return;
        }

        if (form == ListForm.Table)
        {
            session.Consoles.WriteResult($"Sync {Printable.Of(sync.SyncId)}, {Printable.Of(sync.SyncType)}");
            session.Consoles.WriteResult($"{SyncColumns.Time(sync.StartedAtText)} to {(sync.IsFinished ? SyncColumns.Time(sync.EndedAtText) : "(unfinished)")}");
            session.Consoles.WriteResult(string.Empty);
        }

        ListOutput.Write(session, shape, new ListOptions<TypeCounts>(form, shape.Columns, Sort: null, IsDescending: false, Limit: null), Rows(statistics));
    }

    private static IEnumerable<TypeCounts> Rows(SyncStatistics statistics)
    {
        var types = new[] { statistics.ResourcesByResourceType, statistics.EntitlementsByResourceType, statistics.GrantsByResourceType }
            .SelectMany(counts => counts?.Keys ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(type => new TypeCounts(type, statistics.ResourcesOf(type), statistics.EntitlementsOf(type), statistics.GrantsOf(type)))
            .ToList();
        return types.Append(new TypeCounts("total", statistics.Resources, statistics.Entitlements, statistics.Grants));
    }
}
