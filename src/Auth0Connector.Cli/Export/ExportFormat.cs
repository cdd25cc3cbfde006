using Auth0Connector.AccessFile.Copying;
using Auth0Connector.Analysis.Export;
using Auth0Connector.Analysis.Export.Relational;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Csv;
using Auth0Connector.Tables.JsonLines;
using Auth0Connector.Tables.Parquet;
using Auth0Connector.Tables.Xlsx;

namespace Auth0Connector.Cli.Export;

/// <summary>A format that an access file can be handed on in.</summary>
/// <param name="Name">Its word.</param>
/// <param name="FileName">The file that it leaves if none is named.</param>
/// <param name="CanStream">Whether it can go to standard output.</param>
/// <param name="HasFlat">Whether it can hold one row for each effective access.</param>
/// <param name="Write">Writes it and gives the number of rows.</param>
internal sealed record ExportFormat(string Name, string FileName, bool CanStream, bool HasFlat, Func<ExportWork, long> Write)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "sync.csv", CanStream: true, HasFlat: true, job => CsvWriter.Write(job.Target, TableOf(job), job.Tell)),
        new("xlsx", "sync.xlsx", CanStream: true, HasFlat: true, job => XlsxWriter.Write(job.Target, TableOf(job), job.Tell)),
        new("jsonl", "sync.jsonl", CanStream: true, HasFlat: true, WriteLines),
        new("sqlite", "sync.sqlite", CanStream: false, HasFlat: false, WriteRelational),
        new("parquet", "sync.parquet", CanStream: true, HasFlat: true, WriteParquet),
        new("c1z", "latest.c1z", CanStream: false, HasFlat: false, WriteCopy),
    ];

    private static Table TableOf(ExportWork job) =>
        job.IsFlat ? FlatTable.Of(job.List, job.Stop) : EcosystemTable.Of(job.List, job.Stop);

    private static long WriteLines(ExportWork job) =>
        job.IsFlat ? JsonLinesWriter.Write(job.Target, FlatTable.Of(job.List, job.Stop), job.Tell) : JsonLinesExport.Write(job.Target, job.List, job.Tell, job.Stop);

    private static long WriteParquet(ExportWork job) => ParquetWriter.Write(
        job.Target, job.IsFlat ? FlatTable.Of(job.List, job.Stop) : EcosystemTable.WithTimes(job.List, job.Stop), job.Tell);

    // SQLite opens files by name: the database is made beside the target and then written into it.
    private static long WriteRelational(ExportWork job)
    {
        try
        {
            var count = RelationalExport.Write(job.WorkingPath, job.List, job.Tell, job.Stop);
            using var database = File.OpenRead(job.WorkingPath);
            database.CopyTo(job.Target);
            return count;
        }
        finally
        {
            File.Delete(job.WorkingPath);
        }
    }

    private static long WriteCopy(ExportWork job)
    {
        SyncCopy.Write(job.List.Reader, job.List.Sync, job.WorkingPath, job.Target, job.Stop);
        var counts = job.List.Reader.CountRows(job.List.Sync, job.Stop);
        return counts.ResourceTypes + counts.Resources + counts.Entitlements + counts.Grants + counts.Assets;
    }
}

/// <summary>What a format writes, and where to.</summary>
internal sealed record ExportWork(AccessList List, bool IsFlat, Stream Target, string WorkingPath, Action<long> Tell, CancellationToken Stop);
