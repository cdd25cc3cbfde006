using Auth0Connector.Cli.Review;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Batch;
using Auth0Connector.Tables.Decisions;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Cli.Change;

/// <summary>Takes what a sheet names, a result a line, and goes on where an earlier run was stopped. A dry run is the same, but sends nothing.</summary>
internal static class SheetRun
{
    public static async Task<int> RunAsync(CommandContext context, SettingValue given, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var path = session.Host.FullPath(given.Text);
        var label = $"{given.Label}: {Printable.Short(given.Text)}";
        var sheet = SheetFile.Read(path, label);
        if (!sheet.CanChange)
        {
            throw new UsageException($"{label}: has no columns resource_type and resource_id (or role and organization), by which access is taken");
        }

        using var run = ChangeSession.Open(context);
        using var ledger = run.IsDryRun ? null : LedgerFile.OpenIfThere(run);
        using var progress = run.IsDryRun ? BatchProgress.Look(path + ".progress", sheet) : BatchProgress.Open(path + ".progress", sheet);
        await ScopeGate.RequireAsync(run.Client, Needs(sheet), cancellationToken);
        var open = await TakeAsync(run, new RevokeBatch(run.Lookup, run.Changer, progress, ledger), sheet, cancellationToken);
        SheetFile.TellShort(session, sheet);
        run.Warn($"note: {sheet.Lines.Count} to revoke, {sheet.Kept} to keep, {sheet.Undecided} undecided{(run.IsDryRun ? "; nothing was changed" : string.Empty)}");
        if (open > 0)
        {
            run.Warn($"error: {open} of {sheet.Lines.Count} lines {(run.IsDryRun ? "would not be" : "were not")} carried out; run again to try those alone");
            return run.End(ExitCodes.Incomplete);
        }

        if (!run.IsDryRun)
        {
            progress.Complete();
        }

        return run.End(ExitCodes.Complete);
    }

    private static async Task<int> TakeAsync(ChangeSession run, RevokeBatch batch, DecisionSheet sheet, CancellationToken cancellationToken)
    {
        var users = sheet.Lines.ToDictionary(static line => line.Line, static line => line.User);
        var open = 0;
        PlannedRequest? shown = null;
        await foreach (var result in batch.RunAsync(sheet, cancellationToken))
        {
            open += result.IsSo ? 0 : 1;
            run.WarnUnverified(result.IsUnverified, users[result.Line]);
            if (result.Result?.Request is { } request && !ReferenceEquals(request, shown) && !run.IsJson)
            {
                run.Tell(ChangeReport.Sending(request), Json(result));
            }

            shown = result.Result?.Request;
            Tell(run, result);
        }

        return open;
    }

    private static void Tell(ChangeSession run, LineResult result)
    {
        var what = result.Result is { } made ? $": {result.Names.Describe(made.Change)}" : string.Empty;
        run.Tell($"line {result.Line}: {result.Outcome}{what}{(result.Why is { } why ? $" ({why})" : string.Empty)}", Json(result));
    }

    private static ChangeJson Json(LineResult result) =>
        (result.Result is { } made ? ChangeJson.Of(made, result.Names) : new ChangeJson { Action = "revoke", Outcome = result.Outcome }) with { Outcome = result.Outcome, Line = result.Line, Why = result.Why };

    private static IEnumerable<ScopeNeed> Needs(DecisionSheet sheet)
    {
        var lines = sheet.Lines.Where(static line => line.Problem is null).ToList();
        // Names do for ids: only what sort of thing it is counts here.
        var targets = lines.Select(static line => AccessTarget.Named(line.Role, line.Organization)).OfType<AccessTarget>();
        List<ScopeNeed> needs = [ScopeNeeds.FindUsers, .. ScopeNeeds.Of(isGrant: false, PrincipalType.User, targets)];
        if (lines.Exists(static line => line.Role is not null))
        {
            needs.Add(ScopeNeeds.FindRoles);
        }

        return lines.Exists(static line => line.Organization is not null) ? needs.Append(ScopeNeeds.FindOrganizations) : needs;
    }
}
