using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Reviewing;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Batch;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Scopes;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Takes what a sheet names, a result a line, and goes on where an earlier run was stopped.</summary>
internal static class SheetRun
{
    private const long MostBytes = 64 * 1024 * 1024;

    public static async Task<int> RunAsync(Session session, ResolvedSettings settings, SettingValue given, CancellationToken cancellationToken)
    {
        var path = session.Host.FullPath(given.Text);
        var label = $"{given.Label}: {SettingCheck.Shown(given.Text)}";
        Workbook.Refuse(path, label);
        var sheet = DecisionSheet.Parse(SettingFile.ReadText(path, label, "the sheet of decisions", MostBytes));
        using var run = ChangeSession.Open(session, settings);
        await ScopeGate.RequireAsync(run.Client, Needs(sheet), cancellationToken);
        if (run.IsDryRun)
        {
            return await PlanAsync(run, sheet, cancellationToken);
        }

        using var progress = BatchProgress.Open(path + ".progress", sheet);
        var open = 0;
        using var ledger = LedgerFile.OpenIfThere(run);
        await foreach (var result in new RevokeBatch(run.Lookup, run.Changer, progress, ledger).RunAsync(sheet, cancellationToken))
        {
            open += result.IsSo ? 0 : 1;
            Tell(run, result);
        }

        if (open > 0)
        {
            session.Consoles.WriteError($"error: {open} of {sheet.Lines.Count} lines were not carried out; run again to try those alone");
            return ExitCodes.Incomplete;
        }

        progress.Complete();
        return ExitCodes.Complete;
    }

    private static async Task<int> PlanAsync(ChangeSession run, DecisionSheet sheet, CancellationToken cancellationToken)
    {
        foreach (var line in sheet.Lines)
        {
            try
            {
                if (line.Problem is not null)
                {
                    Tell(run, new LineResult(line.Line, "failed", line.Problem));
                    continue;
                }

                await ChangeReport.WritePlanAsync(
                    run,
                    await run.Lookup.FindAsync(isGrant: false, line.User, line.Role, line.Organization, cancellationToken),
                    cancellationToken);
            }
            catch (ProvisioningException unknown) when (unknown.Kind is ProvisioningErrorKind.NotFound or ProvisioningErrorKind.Ambiguous)
            {
                Tell(run, new LineResult(line.Line, "failed", unknown.Message));
            }
        }

        return ExitCodes.Complete;
    }

    private static void Tell(ChangeSession run, LineResult result) => run.Tell(
        $"line {result.Line}: {result.Outcome}{(result.Why is { } why ? $" ({why})" : string.Empty)}",
        new ChangeJson { Action = "revoke", Outcome = result.Outcome, Line = result.Line, Why = result.Why });

    private static IEnumerable<ScopeNeed> Needs(DecisionSheet sheet)
    {
        var lines = sheet.Lines.Where(static line => line.Problem is null).ToList();
        List<ScopeNeed> needs = [ScopeNeeds.FindUsers];
        Add(lines.Exists(static line => line is { Role: not null, Organization: null }), new AccessTarget.TenantRole(string.Empty));
        Add(lines.Exists(static line => line is { Role: null, Organization: not null }), new AccessTarget.Membership(string.Empty));
        Add(lines.Exists(static line => line is { Role: not null, Organization: not null }), new AccessTarget.OrganizationRole(string.Empty, string.Empty));
        if (lines.Exists(static line => line.Role is not null))
        {
            needs.Add(ScopeNeeds.FindRoles);
        }

        return lines.Exists(static line => line.Organization is not null) ? needs.Append(ScopeNeeds.FindOrganizations) : needs;

        void Add(bool isThere, AccessTarget target)
        {
            if (isThere)
            {
                needs.AddRange(ScopeNeeds.Of(new AccessChange(IsGrant: false, PrincipalType.User, string.Empty, target)));
            }
        }
    }
}
