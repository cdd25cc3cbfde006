using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Look;

/// <summary>Lists the syncs of a file.</summary>
internal static class SyncsCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "syncs",
        Summary = "Lists the syncs of an access file.",
        Settings = [ListFlags.Search, ListFlags.Sort, ListFlags.Limit, ListFlags.Columns, .. FileFlags.Chosen, ListFlags.Output, .. LogFlags.All],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var options = ListOptions<SyncRun>.Read(settings, SyncColumns.Syncs);
        var filter = new RowFilter(settings);
        using var reader = OpenedFile.Open(session, settings.Text(FileFlags.File)!, cancellationToken);
        ListOutput.Write(session, SyncColumns.Syncs, options, reader.Syncs.Where(sync => filter.Matches(sync.SyncId, sync.SyncType, sync.ParentSyncId)));
        return Task.FromResult(ExitCodes.Complete);
    }
}
