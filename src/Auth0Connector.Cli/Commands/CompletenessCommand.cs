using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>Shows the proof in an access file, and whether the file still is what was proven.</summary>
internal static class CompletenessCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForSideCommand(CompletenessTable.All, invocation.Flags);
        session.ShowStackTraces = LogSettings.Read(settings, session.Host).IsDebug;
        var path = session.Host.FullPath(settings.Text(CompletenessTable.File)!);
        using var reader = AccessFileReader.Open(path, ReaderSettings.Of(session.Host), cancellationToken);
        var run = Choose(session, reader, settings);
        var asset = reader.ReadAssets(run, CompletenessProof.AssetId, cancellationToken).FirstOrDefault();
        if (asset is null || CompletenessJson.Read(asset.Data) is not { } proof)
        {
            session.Consoles.WriteError($"error: {Printable.Of(session.Host.ShownPath(path))} carries no proof that it is whole; only files of auth0-connector do");
            return Task.FromResult(ExitCodes.Incomplete);
        }

        using var list = new AccessList(reader, run);
        var coverage = FileCoverage.Read(list, cancellationToken);
        if (SyncPlan.ReadForm(settings) == OutputForm.Json)
        {
            session.Consoles.WriteResult(CompletenessText.Json(asset.Data, run, coverage));
        }
        else
        {
            Write(proof, coverage, session);
        }

        return Task.FromResult(Judge(proof, reader.CountRows(run, cancellationToken), path, session));
    }

    private static AccessFile.Reading.SyncRun Choose(Session session, AccessFileReader reader, ResolvedSettings settings)
    {
        if (settings.Given(CompletenessTable.SyncId) is { } asked)
        {
            return reader.FindSync(asked.Text) ?? throw new ConfigurationException($"{asked.Label}: the file has no sync '{SettingCheck.Shown(asked.Text)}'");
        }

        return OpenedFile.Choose(session, reader, syncId: null);
    }

    private static void Write(CompletenessProof proof, FileCoverage coverage, Session session)
    {
        session.Consoles.WriteResult($"Tenant   {Printable.Of(proof.Source)}, read by {Printable.Of(proof.ClientId)} with {Printable.Of(proof.Program)}");
        session.Consoles.WriteResult($"Sync     {Printable.Of(proof.SyncId)}, {proof.StartedAt:u} to {proof.EndedAt:u}");
        session.Consoles.WriteResult($"Settings {Printable.Of(string.Join(", ", proof.Settings.Select(static setting => $"{setting.Key}={setting.Value}")))}");
        if (coverage.IsPartial)
        {
            session.Consoles.WriteResult(CompletenessText.Partial);
        }

        ProofTable.WriteCollections(proof, session);
        ProofTable.WriteRemarks(proof, session);
        foreach (var line in CoverageText.NotRead(coverage.NotRead.Where(lack => proof.Skipped.All(skip => skip.What != lack.What))))
        {
            session.Consoles.WriteResult(line);
        }
    }

    private static int Judge(CompletenessProof proof, SyncStatistics rows, string path, Session session)
    {
        if (proof.Rows != new RowTotals(rows.Resources, rows.Entitlements, rows.Grants))
        {
            session.Consoles.WriteError(
                $"error: {Printable.Of(session.Host.ShownPath(path))} was changed after it was proven: it holds {rows.Resources} resources, {rows.Entitlements} entitlements and "
                + $"{rows.Grants} grants instead of {proof.Rows.Resources}, {proof.Rows.Entitlements} and {proof.Rows.Grants}");
            return ExitCodes.Incomplete;
        }

        return proof.Complete ? ExitCodes.Complete : ExitCodes.Incomplete;
    }
}
