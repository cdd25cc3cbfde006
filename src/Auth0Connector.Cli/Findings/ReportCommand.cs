using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Report;
using Auth0Connector.Cli.Export;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Findings;

/// <summary>Writes the access review as one page.</summary>
internal static class ReportCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "report",
        Summary = "Writes an access review as one HTML page, to be opened from an e-mail or a ticket.",
        Settings = [FindingsFlags.Rules, FileFlags.SyncId, .. FileFlags.Chosen, FindingsFlags.Out, ExportFlags.Force, .. LogFlags.All],
        Examples = [("auth0-connector report -f sync.c1z --out review.html", "people, roles, organizations, findings and changes")],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var options = RulesFile.Read(settings, session.Host);
        var path = ExportTarget.Check(settings, settings.Text(FindingsFlags.Out)!, "report.html", session.Host);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var list = file.List;

        var found = OpenedFindings.Read(list, options, cancellationToken);
        var syncs = file.Reader.FullSyncs.SkipWhile(sync => sync.SyncId != list.Sync.SyncId).Reverse().ToList();
        var content = new ReportContent
        {
            FileName = Path.GetFileName(file.Reader.Path),
            Model = found.Model,
            Privilege = found.Privilege,
            PrivilegeWords = options.Privileged.Words,
            Findings = found.Findings,
            NotAsked = found.NotAsked,
            Proof = ReportProof.Read(list, cancellationToken),
            Syncs = [.. syncs.Select(sync => new SyncFigures(sync, file.Reader.ReadStatistics(sync, cancellationToken).ResourcesByResourceType ?? new Dictionary<string, long>()))],
            Differences = syncs.Count > 1 ? Compare(file.Reader, syncs[^2], list, cancellationToken) : null,
        };
        ExportTarget.Write(path, settings.IsOn(ExportFlags.Force), (stream, _) =>
        {
            AccessReport.Write(stream, content);
            return 1;
        });
        session.Done = $"{session.Host.ShownPath(path)} was written and is whole";
        session.Consoles.WriteResult($"Wrote {Printable.Of(session.Host.ShownPath(path))}: open it in a browser, or send it on; it loads nothing from anywhere.");
        foreach (var line in CoverageText.NotRead(found.Model.Coverage.NotRead))
        {
            session.Consoles.WriteResult(line);
        }

        return Task.FromResult(ExitCodes.Complete);
    }

    private static ReportDifferences Compare(AccessFileReader reader, SyncRun former, AccessList list, CancellationToken cancellationToken)
    {
        using var before = new AccessList(reader, former);
        using var comparison = SyncComparison.Open(reader, former, reader, list.Sync);
        return ReportDifferences.Of(new AccessDiff(before, list, comparison), cancellationToken);
    }
}
