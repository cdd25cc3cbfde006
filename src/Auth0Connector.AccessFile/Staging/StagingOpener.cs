using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>A working file that is open.</summary>
/// <param name="Connection">Its database.</param>
/// <param name="Run">Its run.</param>
/// <param name="Sealed">What is known of its rows, where the working tables are gone already.</param>
/// <param name="Resumed">Whether the run goes on.</param>
/// <param name="StartedOver">If an earlier one does not, why.</param>
internal sealed record OpenedStaging(
    SqliteConnection Connection, StagingRun Run, IReadOnlyDictionary<string, RowSum>? Sealed, bool Resumed, string? StartedOver);

/// <summary>Finds the run that goes on, or begins one.</summary>
internal sealed record StagingOpener(string TargetPath, StagingIdentity Identity, StagingOptions Options, TimeProvider Clock)
{
    private string Partial => StagingFile.PartialOf(TargetPath);

    public OpenedStaging Open(CancellationToken cancellationToken)
    {
        string? why = null;
        if (File.Exists(Partial))
        {
            var hasHeader = HeaderCheck.Holds(Partial);
            var (connection, run, note) = Look();
            try
            {
                why = ResumeDecision.WhyNot(run, Identity, Options, Clock.GetUtcNow()) ?? Damage(connection!, note, hasHeader, cancellationToken);
                if (why is null && !IsPublished(run!, cancellationToken))
                {
                    var going = connection!;
                    connection = null;
                    return new OpenedStaging(going, run!, note?.Sums(), Resumed: true, StartedOver: null);
                }
            }
            finally
            {
                connection?.Dispose();
            }
        }

        var begun = new StagingRun(Identity, Ksuid.New(Clock).ToString(), Clock.GetUtcNow());
        return new OpenedStaging(StagingDatabase.Create(Partial, begun), begun, Sealed: null, Resumed: false, why);
    }

    private static string? Damage(SqliteConnection connection, FinishNote? note, bool hasHeader, CancellationToken cancellationToken) =>
        (hasHeader ? WorkingFileCheck.Find(connection, note?.Sums(), cancellationToken) : "its header") is { } damage
            ? $"what an earlier run left is damaged ({damage})"
            : null;

    private (SqliteConnection? Connection, StagingRun? Run, FinishNote? Note) Look()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = StagingDatabase.Open(Partial);
            if (StagingRun.FromFacts(StagingFacts.ReadAll(connection)) is { } run)
            {
                return (connection, run, null);
            }

            var note = FinishNote.Read(Partial, connection);
            return (connection, note?.ToRun(), note);
        }
        catch (Exception failure) when (failure is SqliteException or InvalidOperationException or InvalidCastException)
        {
            // Whatever it is, it is no run of ours any more.
            connection?.Dispose();
            return (null, null, null);
        }
    }

    // Killed after the rename and before the working file was removed: nothing is left to be done for that run.
    private bool IsPublished(StagingRun run, CancellationToken cancellationToken)
    {
        if (run.Outcome is null || FormerFile.Signature(TargetPath).Length == 0)
        {
            return false;
        }

        var options = new AccessFileReaderOptions { Limits = Options.Limits, TemporaryFolder = System.IO.Path.GetDirectoryName(TargetPath) };
        using var reader = AccessFileReader.Open(TargetPath, options, cancellationToken);
        return reader.FindSync(run.SyncId) is not null;
    }
}
