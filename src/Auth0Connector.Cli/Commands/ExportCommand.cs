using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Exporting;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using FileSync = Auth0Connector.AccessFile.Reading.SyncRun;

namespace Auth0Connector.Cli.Commands;

/// <summary>Hands an access file on in another format.</summary>
internal static class ExportCommand
{
    /// <summary>The formats that it knows.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ExportFormat.All.Select(format => format.Name)];

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = LookCommand.Resolve(session, invocation, ExportTable.All);
        var format = ExportFormat.All.Single(format => format.Name == invocation.Word);
        var isStream = settings.Text(ExportTable.Out) == "-";
        Check(settings, format, isStream, session.Host);
        var path = isStream ? string.Empty : ExportTarget.Check(settings, settings.Text(ExportTable.Out) ?? format.FileName, format.FileName, session.Host);
        using var reader = OpenedFile.Open(session, settings.Text(LookTable.File)!, cancellationToken);
        using var list = new AccessList(reader, Choose(session, reader, settings, format));
        var progress = new ExportProgress(session);
        try
        {
            if (isStream)
            {
                await using var bytes = session.Host.OpenBytes();
                format.Write(new ExportJob(list, settings.IsOn(ExportTable.Flat), bytes, string.Empty, progress.Tell, cancellationToken));
                await bytes.FlushAsync(cancellationToken);
                return ExitCodes.Complete;
            }

            var count = ExportTarget.Write(
                path,
                settings.IsOn(ExportTable.Force),
                (stream, working) => format.Write(new ExportJob(list, settings.IsOn(ExportTable.Flat), stream, working, progress.Tell, cancellationToken)));
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
        if (settings.IsOn(ExportTable.Flat) && !format.HasFlat)
        {
            throw new ConfigurationException($"--flat: has no meaning for {format.Name}, which holds everything as it is");
        }

        if (isStream && !format.CanStream)
        {
            throw new ConfigurationException($"--out: {format.Name} cannot be written to standard output; name a file");
        }

        if (isStream && host.OutIsTerminal && format.Name is "xlsx" or "parquet")
        {
            throw new ConfigurationException($"--out: {format.Name} is not for a terminal; name a file or pipe it on");
        }
    }

    /// <summary>Whatever is handed on is whole: a sync that never finished is exported only by its id.</summary>
    private static FileSync Choose(Session session, AccessFileReader reader, ResolvedSettings settings, ExportFormat format)
    {
        var sync = OpenedFile.Choose(session, reader, settings.Text(LookTable.SyncId));
        if (format.Name == "c1z" && settings.Text(LookTable.SyncId) is null)
        {
            // As the ecosystem's reader does (format section 3).
            sync = reader.FullSyncs is [var newest, ..] ? newest : sync;
        }

        return sync;
    }
}
