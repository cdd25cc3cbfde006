using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Export;

/// <summary>Hands an access file on in another format.</summary>
internal static class ExportCommand
{
    /// <summary>The formats that it knows.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ExportFormat.All.Select(format => format.Name)];

    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "export",
        Summary = "Hands an access file on as csv, xlsx, jsonl, a relational sqlite database, parquet, or one sync as c1z.",
        Settings = [ExportFlags.Flat, FileFlags.SyncId, .. FileFlags.Chosen, ExportFlags.Out, ExportFlags.Force, .. LogFlags.All],
        Words = Formats,
        Examples =
        [
            ("auth0-connector export xlsx --flat --out access.xlsx", "everything that everybody reaches, for a spreadsheet"),
            ("auth0-connector export sqlite && sqlite3 sync.sqlite 'select * from effective_access'", "for questions in SQL"),
            ("auth0-connector export csv --out - | head", "to standard output"),
        ],
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var format = ExportFormat.All.Single(format => format.Name == context.Word);
        var isStream = settings.Text(ExportFlags.Out) == "-";
        Check(settings, format, isStream, session.Host);
        var path = isStream ? string.Empty : ExportTarget.Check(settings, settings.Text(ExportFlags.Out) ?? format.FileName, format.FileName, session.Host);
        using var reader = OpenedFile.Open(session, settings.Text(FileFlags.File)!, cancellationToken);
        using var list = new AccessList(reader, Choose(session, reader, settings, format));
        var progress = new ExportProgress(session);
        try
        {
            if (isStream)
            {
                await using var bytes = session.Host.OpenBytes();
                format.Write(new ExportWork(list, settings.IsOn(ExportFlags.Flat), bytes, string.Empty, progress.Tell, cancellationToken));
                await bytes.FlushAsync(cancellationToken);
                return ExitCodes.Complete;
            }

            var count = ExportTarget.Write(
                path,
                settings.IsOn(ExportFlags.Force),
                (stream, working) => format.Write(new ExportWork(list, settings.IsOn(ExportFlags.Flat), stream, working, progress.Tell, cancellationToken)));
            progress.End();
            session.Done = $"{session.Host.ShownPath(path)} was written and is whole";
            session.Consoles.WriteResult(
                $"Wrote {Printable.Of(session.Host.ShownPath(path))}, {Amount.Bytes(new FileInfo(path).Length)}, {Amount.Count(count)} rows.");
            return ExitCodes.Complete;
        }
        finally
        {
            progress.End();
        }
    }

    private static void Check(ResolvedSettings settings, ExportFormat format, bool isStream, Host host)
    {
        if (settings.IsOn(ExportFlags.Flat) && !format.HasFlat)
        {
            throw new UsageException($"--flat: has no meaning for {format.Name}, which holds everything as it is");
        }

        if (isStream && !format.CanStream)
        {
            throw new UsageException($"--out: {format.Name} cannot be written to standard output; name a file");
        }

        if (isStream && host.OutIsTerminal && format.Name is "xlsx" or "parquet")
        {
            throw new UsageException($"--out: {format.Name} is not for a terminal; name a file or pipe it on");
        }
    }

    /// <summary>Whatever is handed on is whole: a sync that never finished is exported only by its id.</summary>
    private static SyncRun Choose(Session session, AccessFileReader reader, ResolvedSettings settings, ExportFormat format)
    {
        var sync = OpenedFile.Choose(session, reader, settings.Text(FileFlags.SyncId));
        if (format.Name == "c1z" && settings.Text(FileFlags.SyncId) is null)
        {
            // As the ecosystem's reader does (format section 3).
            sync = reader.FullSyncs is [var newest, ..] ? newest : sync;
        }

        return sync;
    }
}
