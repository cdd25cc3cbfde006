using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Takes the former file's syncs over into the working file, in one transaction and before the first page: a former file
/// that cannot be read is said so before hours of reading, and the indexes are built once for all rows.
/// </summary>
internal sealed class FormerSyncCarrier(SqliteConnection connection, string targetPath, StagingOptions options)
{
    private const string CarriedKey = "carried";

    private readonly string _copy = targetPath + ".former";

    /// <exception cref="AccessFileException">The former file is damaged or too large.</exception>
    public FormerSyncs Carry(CancellationToken cancellationToken)
    {
        var signature = FormerFile.Signature(targetPath);
        if (StagingFacts.Read(connection, CarriedKey) == signature)
        {
            return FormerSyncs.None;
        }

        try
        {
            return signature.Length == 0 ? Replace([], signature, cancellationToken) : Carry(signature, cancellationToken);
        }
        catch (AccessFileException damaged) when (damaged.Kind == AccessFileErrorKind.Corrupt)
        {
            throw new AccessFileException(
                AccessFileErrorKind.Corrupt,
                $"{damaged.Message.TrimEnd('.')}; it is not overwritten: move it away, or name another file",
                targetPath,
                damaged);
        }
        finally
        {
            StagingDatabase.Delete(_copy);
        }
    }

    private FormerSyncs Carry(string signature, CancellationToken cancellationToken)
    {
        FormerFile.Unpack(targetPath, _copy, options.Limits, cancellationToken);
        if (new FileInfo(_copy).Length == 0)
        {
            return Replace([], signature, cancellationToken);
        }

        var runs = ReadRuns(cancellationToken);
        var kept = Retention.Keep(runs, options.IsFull ? options.KeepSyncs - 1 : options.KeepSyncs);
        var unfinished = runs.Where(static run => !run.IsFinished).Select(static run => run.SyncId).ToList();
        try
        {
            Attach();
            Replace([.. kept.Select(static run => run.SyncId)], signature, cancellationToken);
            StagingDatabase.Execute(connection, "detach former");
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteFailure.Damaged or SqliteFailure.Constraint or SqliteFailure.NotADatabase)
        {
            throw SqliteFailure.From(failure, targetPath, "read");
        }

        return new FormerSyncs(kept.Count, runs.Count - kept.Count - unfinished.Count, unfinished);
    }

    private IReadOnlyList<SyncRun> ReadRuns(CancellationToken cancellationToken)
    {
        using var reader = OpenCopy(cancellationToken);
        ForeignTables.Refuse(reader.Connection, targetPath, mayBeEmpty: true);
        return reader.Syncs;
    }

    private AccessFileReader OpenCopy(CancellationToken cancellationToken)
    {
        var readerOptions = new AccessFileReaderOptions { TemporaryFolder = System.IO.Path.GetDirectoryName(targetPath) };
        try
        {
            return AccessFileReader.Open(_copy, readerOptions, cancellationToken);
        }
        catch (AccessFileException failure) when (failure.Kind is AccessFileErrorKind.NotAnAccessFile or AccessFileErrorKind.Corrupt)
        {
            throw new AccessFileException(AccessFileErrorKind.Corrupt, $"The file '{targetPath}' is damaged: it holds no readable database.", targetPath, failure);
        }
    }

    private void Attach()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "attach database $path as former";
        command.Parameters.AddWithValue("$path", _copy);
        command.ExecuteNonQuery();
        StagingDatabase.Execute(connection, "pragma former.cell_size_check = on");
    }

    // What an earlier try carried goes first: meanwhile another program may have written the file.
    private FormerSyncs Replace(IReadOnlyList<string> syncIds, string signature, CancellationToken cancellationToken)
    {
        var own = StagingFacts.Read(connection, "sync_id");
        using var transaction = connection.BeginTransaction();
        using var sums = new RowSums(connection);
        foreach (var table in AccessFileSchema.Tables.Where(static table => table.Name != AccessFileSchema.ConnectorSessions))
        {
            using var clear = connection.CreateCommand();
            clear.Transaction = transaction;
            clear.CommandText = $"delete from main.{table.Name} where sync_id <> $own";
            clear.Parameters.AddWithValue("$own", own);
            clear.ExecuteNonQuery();
            if (syncIds.Count > 0 && CopyStatement(table.Name, syncIds) is { } copy)
            {
                using (copy)
                {
                    copy.Transaction = transaction;
                    copy.ExecuteNonQuery();
                }
            }

            sums.Recount(table.Name, cancellationToken);
        }

        CarriedRows.Note(connection, transaction, own!);
        StagingFacts.Write(connection, transaction, CarriedKey, signature);
        transaction.Commit();
        return FormerSyncs.None;
    }

    // Row ids are given anew; everything else is taken as it stands, columns that the former file lacks by their defaults.
    private SqliteCommand? CopyStatement(string table, IReadOnlyList<string> syncIds)
    {
        var present = Columns("former", table);
        var columns = Columns("main", table).Where(column => column != "id" && present.Contains(column)).ToList();
        if (!columns.Contains("sync_id"))
        {
            return null;
        }

        var list = string.Join(", ", columns);
        var command = connection.CreateCommand();
        var parameters = syncIds.Select((_, index) => $"$sync{index}").ToList();
        command.CommandText =
            $"insert or replace into main.{table} ({list}) select {list} from former.{table} where +sync_id in ({string.Join(", ", parameters)})";
        for (var i = 0; i < syncIds.Count; i++)
        {
            command.Parameters.AddWithValue(parameters[i], syncIds[i]);
        }

        return command;
    }

    // A view of that name could run anything: only a real table counts.
    private List<string> Columns(string schema, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select name from pragma_table_info($table, $schema)
            where exists (select 1 from {schema}.sqlite_master where type = 'table' and rootpage > 0 and name = $table collate nocase)
            """;
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$schema", schema);
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0).ToLowerInvariant());
        }

        return columns;
    }
}
