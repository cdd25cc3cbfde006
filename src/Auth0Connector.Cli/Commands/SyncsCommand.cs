using Auth0Connector.AccessFile.Reading;
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
        var options = ListOptions<TypeCounts>.Read(settings, SyncColumns.Statistics);
        Check(settings, options.Form);
        using var reader = OpenedFile.Open(session, settings.Text(LookTable.File)!, cancellationToken);
        var sync = OpenedFile.Choose(session, reader, settings.Text(LookTable.SyncId));
        if (!sync.IsFinished)
        {
            session.Consoles.WriteError("note: the sync never finished; what it had read by then is counted");
        }

        Show(session, settings, options, sync, reader.ReadStatistics(sync, cancellationToken));
        return Task.FromResult(ExitCodes.Complete);
    }

    /// <summary>The ecosystem's object is one whole, which nothing can be left out of.</summary>
    private static void Check(ResolvedSettings settings, ListForm form)
    {
        var unfit = new[] { LookTable.Search, LookTable.Sort, LookTable.Limit }.FirstOrDefault(setting => settings.Given(setting) is not null);
        if (unfit is not null && form is (ListForm.Json or ListForm.JsonLines))
        {
            throw new ConfigurationException($"--{unfit.Name}: has no meaning for {settings.Choice(LookTable.Output)} here; give table, csv or markdown");
        }
    }

    private static void Show(Session session, ResolvedSettings settings, ListOptions<TypeCounts> options, FileSync sync, SyncStatistics statistics)
    {
        var form = options.Form;
        if (form is ListForm.Json or ListForm.JsonLines)
        {
            session.Consoles.WriteResult(JsonText.Of(sync, (json, run) => SyncJson.Write(json, run, statistics)));
            return;
        }

        if (form == ListForm.Table)
        {
            session.Consoles.WriteResult($"Sync {Printable.Of(sync.SyncId)}, {Printable.Of(sync.SyncType)}");
            session.Consoles.WriteResult(Printable.Of($"{SyncColumns.Time(sync.StartedAtText)} to {(sync.IsFinished ? SyncColumns.Time(sync.EndedAtText) : "(unfinished)")}"));
            session.Consoles.WriteResult(string.Empty);
        }

        var filter = new RowFilter(settings);
        var rows = Rows(statistics).Where(row => filter.Matches(row.Type));
        if (options.Sort is null && options.Limit is null && settings.Given(LookTable.Search) is null)
        {
            rows = rows.Append(new TypeCounts("total", statistics.Resources, statistics.Entitlements, statistics.Grants));
        }

        ListOutput.Write(session, SyncColumns.Statistics, options, rows);
    }

    private static IEnumerable<TypeCounts> Rows(SyncStatistics statistics) =>
        new[] { statistics.ResourcesByResourceType, statistics.EntitlementsByResourceType, statistics.GrantsByResourceType }
            .SelectMany(counts => counts?.Keys ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(type => new TypeCounts(type, statistics.ResourcesOf(type), statistics.EntitlementsOf(type), statistics.GrantsOf(type)));
}
