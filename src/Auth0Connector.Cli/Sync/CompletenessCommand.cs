using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Sync;

/// <summary>Shows the proof in an access file, and whether the file still is what was proven.</summary>
internal static class CompletenessCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "completeness",
        Summary = "Shows the proof that an access file is whole: what was expected of every collection, and what came.",
        Settings = [.. FileFlags.Chosen, CompletenessFlags.SyncId, OutputFlags.Form, CompletenessFlags.Verbose, .. LogFlags.All],
        Examples =
        [
            ("auth0-connector completeness -f sync.c1z", "ends with 14 if the file is not proven whole"),
            ("auth0-connector completeness --verbose", "what was expected of each collection, and what came"),
            ("auth0-connector completeness -f sync.c1z -o json", "the proof as it stands in the file"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var path = session.Objects.PathOf(settings.Text(FileFlags.File)!);
        using var reader = AccessFileReader.Open(path, ReaderSettings.Of(session, path), cancellationToken);
        var run = Choose(session, reader, settings);
        var asset = reader.ReadAssets(run, CompletenessProof.AssetId, cancellationToken).FirstOrDefault();
        if (asset is null || CompletenessJson.Read(asset.Data) is not { } proof)
        {
            Refuse(session, $"{session.Host.ShownPath(path)} carries no proof that it is whole; only files of auth0-connector do");
            return Task.FromResult(ExitCodes.Incomplete);
        }

        using var list = new AccessList(reader, run);
        var coverage = FileCoverage.Read(list, cancellationToken);
        if (OutputForms.Read(settings) == OutputForm.Json)
        {
            session.Consoles.WriteResult(CompletenessText.Json(asset.Data, run, coverage));
        }
        else
        {
            Write(proof, coverage, settings.IsOn(CompletenessFlags.Verbose), session);
        }

        return Task.FromResult(Judge(proof, reader.CountRows(run, cancellationToken), path, session));
    }

    private static SyncRun Choose(Session session, AccessFileReader reader, ResolvedSettings settings)
    {
        if (settings.Given(CompletenessFlags.SyncId) is { } asked)
        {
            return reader.FindSync(asked.Text) ?? throw new UsageException($"{asked.Label}: the file has no sync '{Printable.Short(asked.Text)}'");
        }

        return OpenedFile.Choose(session, reader, syncId: null);
    }

    private static void Write(CompletenessProof proof, FileCoverage coverage, bool isVerbose, Session session)
    {
        session.Consoles.WriteResult($"Tenant   {Printable.Of(proof.Source)}, read by {Printable.Of(proof.ClientId)} with {Printable.Of(proof.Program)}");
        session.Consoles.WriteResult($"Sync     {Printable.Of(proof.SyncId)}, {proof.StartedAt:u} to {proof.EndedAt:u}");
        session.Consoles.WriteResult($"Settings {Printable.Of(string.Join(", ", proof.Settings.Select(static setting => $"{setting.Key}={setting.Value}")))}");
        if (coverage.IsPartial)
        {
            session.Consoles.WriteResult(CompletenessText.Partial);
        }

        if (isVerbose)
        {
            ProofTable.WriteNumbers(proof, session);
        }
        else
        {
            ProofTable.WriteCollections(proof, session);
        }

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
            Refuse(
                session,
                $"{session.Host.ShownPath(path)} was changed after it was proven: it holds {rows.Resources} resources, {rows.Entitlements} entitlements and "
                + $"{rows.Grants} grants instead of {proof.Rows.Resources}, {proof.Rows.Entitlements} and {proof.Rows.Grants}");
            return ExitCodes.Incomplete;
        }

        return proof.Complete ? ExitCodes.Complete : ExitCodes.Incomplete;
    }

    private static void Refuse(Session session, string message) =>
        ErrorWriter.Write(session, PresentedError.Of(ErrorClass.Incomplete, message), trace: null);
}
