using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Review;
using Auth0Connector.Cli.Export;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Csv;
using Auth0Connector.Tables.Xlsx;

namespace Auth0Connector.Cli.Review;

/// <summary>Writes the sheet of a review, and says what its decisions come to.</summary>
internal static class ReviewCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "review",
        Summary = "Writes the sheet of an access review, one row for each person and access; 'apply' says what its decisions come to.",
        Settings =
        [
            FindingsFlags.Rules, FileFlags.SyncId, .. FileFlags.Chosen, ReviewFlags.Reviewer, ReviewFlags.Out, ExportFlags.Force, ReviewFlags.DryRun, ListFlags.Output, .. LogFlags.All,
        ],
        Words = ["apply"],
        WordIsOptional = true,
        Operands = ["DECISIONS.csv"],
        Examples =
        [
            ("auth0-connector review --reviewer 'Ada Lovelace' --out review.xlsx", "for a spreadsheet"),
            ("auth0-connector review apply decisions.csv --dry-run", "what would be revoked"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var code = context.Word is null ? Write(context, cancellationToken) : Apply(context, cancellationToken);
        return Task.FromResult(code);
    }

    private static int Write(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var name = settings.Text(ReviewFlags.Out)!;
        var isWorkbook = name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--out: '{Printable.Short(name)}' ends neither in .csv nor in .xlsx");
        }

        var options = RulesFile.Read(settings, session.Host);
        var path = ExportTarget.Check(settings, name, "review.csv", session.Host);
        using var file = OpenedFile.OpenFinished(session, settings, cancellationToken);
        var found = OpenedFindings.Read(file.List, options, cancellationToken);
        var sheet = ReviewSheet.Of(found.Model, found.Privilege, found.Findings, settings.Text(ReviewFlags.Reviewer) ?? string.Empty);
        var progress = new ExportProgress(session);
        var rows = ExportTarget.Write(
            path,
            settings.IsOn(ExportFlags.Force),
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

    private static int Apply(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        if (context.Operands is not [var name])
        {
            throw new UsageException("review apply: needs the sheet with the decisions, such as review.csv");
        }

        if (!settings.IsOn(ReviewFlags.DryRun))
        {
            throw new UsageException("review apply: give --dry-run; review itself changes no tenant, it lists what to revoke");
        }

        var label = $"review apply: {Printable.Short(name)}";
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
            throw new UsageException($"{label}: {wrong.Message}");
        }
    }
}
