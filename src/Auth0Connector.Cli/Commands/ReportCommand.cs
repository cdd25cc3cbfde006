using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Report;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Exporting;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using FileSync = Auth0Connector.AccessFile.Reading.SyncRun;

namespace Auth0Connector.Cli.Commands;

/// <summary>Writes the access review as one page.</summary>
internal static class ReportCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, FindingsTable.Report);
        var options = RulesFile.Read(settings, session.Host);
        var path = ExportTarget.Check(settings, settings.Text(FindingsTable.Out)!, "report.html", session.Host);
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
        ExportTarget.Write(path, settings.IsOn(ExportTable.Force), (stream, _) =>
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

    private static ReportDifferences Compare(AccessFileReader reader, FileSync former, AccessList list, CancellationToken cancellationToken)
    {
        using var before = new AccessList(reader, former);
        using var comparison = SyncComparison.Open(reader, former, reader, list.Sync);
        return ReportDifferences.Of(new AccessDiff(before, list, comparison), cancellationToken);
    }
}
