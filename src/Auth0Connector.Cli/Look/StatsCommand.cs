using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Shows what a sync holds in figures.</summary>
internal static class StatsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "stats",
        Summary = "Counts what a sync holds, by resource type.",
        Settings = LookFlags.OfLists,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var options = ListOptions<TypeFigures>.Read(settings, SyncColumns.Statistics);
        Check(settings, options.Form);
        using var reader = OpenedFile.Open(session, settings.Text(FileFlags.File)!, cancellationToken);
        var sync = OpenedFile.Choose(session, reader, settings.Text(FileFlags.SyncId));
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
        var unfit = new[] { ListFlags.Search, ListFlags.Sort, ListFlags.Limit }.FirstOrDefault(setting => settings.Given(setting) is not null);
        if (unfit is not null && form is (ListForm.Json or ListForm.JsonLines))
        {
            throw new UsageException($"--{unfit.Name}: has no meaning for {settings.Choice(ListFlags.Output)} here; give table, csv or markdown");
        }
    }

    private static void Show(Session session, ResolvedSettings settings, ListOptions<TypeFigures> options, SyncRun sync, SyncStatistics statistics)
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
        if (options.Sort is null && options.Limit is null && settings.Given(ListFlags.Search) is null)
        {
            rows = rows.Append(new TypeFigures("total", statistics.Resources, statistics.Entitlements, statistics.Grants));
        }

        ListOutput.Write(session, SyncColumns.Statistics, options, rows);
    }

    private static IEnumerable<TypeFigures> Rows(SyncStatistics statistics) =>
        new[] { statistics.ResourcesByResourceType, statistics.EntitlementsByResourceType, statistics.GrantsByResourceType }
            .SelectMany(counts => counts?.Keys ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(type => new TypeFigures(type, statistics.ResourcesOf(type), statistics.EntitlementsOf(type), statistics.GrantsOf(type)));
}
