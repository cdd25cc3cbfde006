using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Review;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Exporting;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Reviewing;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Csv;
using Auth0Connector.Tables.Xlsx;

namespace Auth0Connector.Cli.Commands;

/// <summary>Writes the sheet of a review, and says what its decisions come to.</summary>
internal static class ReviewCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, ReviewTable.All);
        var code = invocation.Word is null ? Write(session, settings, cancellationToken) : Apply(session, settings, invocation, cancellationToken);
        return Task.FromResult(code);
    }

    private static int Write(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var name = settings.Text(ReviewTable.Out)!;
        var isWorkbook = name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConfigurationException($"--out: '{SettingCheck.Shown(name)}' ends neither in .csv nor in .xlsx");
        }

        var options = RulesFile.Read(settings, session.Host);
        var path = ExportTarget.Check(settings, name, "review.csv", session.Host);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var found = OpenedFindings.Read(file.List, options, cancellationToken);
        var sheet = ReviewSheet.Of(found.Model, found.Privilege, found.Findings, settings.Text(ReviewTable.Reviewer) ?? string.Empty);
        var progress = new ExportProgress(session);
        var rows = ExportTarget.Write(
            path,
            settings.IsOn(ReviewTable.Force),
            (stream, _) => isWorkbook ? XlsxWriter.Write(stream, sheet, progress.Tell) : CsvWriter.Write(stream, sheet, progress.Tell));
        progress.End();
        session.Done = $"{session.Host.ShownPath(path)} was written and is whole";
        session.Consoles.WriteResult($"Wrote {Printable.Of(session.Host.ShownPath(path))}, {Amount.Count(rows)} rows: fill in 'revoke' or 'keep' under decision, then 'auth0-connector review apply {Printable.Of(session.Host.ShownPath(path))} --dry-run'.");
        foreach (var line in CoverageText.NotRead(found.Model.Coverage.NotRead))
        {
            session.Consoles.WriteResult(line);
        }

        return ExitCodes.Complete;
    }

    private static int Apply(Session session, ResolvedSettings settings, Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Operands is not [var name])
        {
            throw new ConfigurationException("review apply: needs the sheet with the decisions, such as review.csv");
        }

        if (!settings.IsOn(ReviewTable.DryRun))
        {
            throw new ConfigurationException("review apply: give --dry-run; review itself changes no tenant, it lists what to revoke");
        }

        var label = $"review apply: {SettingCheck.Shown(name)}";
        var sheet = SheetFile.Read(session.Host.FullPath(name), label);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var decisions = new ReviewDecisions(AccessModel.Load(file.List, cancellationToken));
        try
        {
            var outcomes = decisions.Apply(sheet);
            var shape = OutcomeColumns.Shape;
            ListOutput.Write(session, shape, new ListOptions<ReviewOutcome>(ListForms.Read(settings), shape.Columns, Sort: null, IsDescending: false, Limit: null), outcomes);
            session.Consoles.WriteError(
                $"note: {outcomes.Count(outcome => outcome.State == "revoke")} to revoke, {outcomes.Count(outcome => outcome.State == "inherited")} held through something else, "
                + $"{outcomes.Count(outcome => outcome.State == "gone")} gone, {sheet.Kept} to keep, {sheet.Undecided} undecided; nothing was changed");
            SheetFile.TellShort(session, sheet);
            return ExitCodes.Complete;
        }
        catch (SheetException wrong)
        {
            throw new ConfigurationException($"{label}: {wrong.Message}");
        }
    }
}
