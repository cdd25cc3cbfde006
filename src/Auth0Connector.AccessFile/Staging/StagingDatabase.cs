using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Opens the SQLite database of a working file, tuned for one writer that loads in bulk.</summary>
internal static class StagingDatabase
{
    private const long LongestLogToSettle = 64 << 20;

    /// <summary>Makes a working file for a run; tables and run are there together or not at all.</summary>
    public static SqliteConnection Create(string path, StagingRun run)
    {
        var connection = CreateEmpty(path);
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var sql in (IEnumerable<string>)
            [
                .. AccessFileSchema.Tables.Select(static table => table.CreateSql),
                .. StagingIndexes.FromTheBeginning.Select(static index => index.CreateSql),
                .. StagingTables.Create,
            ])
            {
                Execute(connection, sql, transaction);
            }

            run.Write(connection, transaction);
            foreach (var table in StagingTables.Summed)
            {
                RowSums.Recount(connection, table);
            }

            transaction.Commit();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A database without tables; what stood at the path is removed.</summary>
    public static SqliteConnection CreateEmpty(string path)
    {
        Delete(path);
        // Made before SQLite opens it, so that the rows of a tenant are never readable by others, not even for a moment.
        LocalDisk.Real.Create(path, LocalDisk.OwnerOnly).Dispose();
        return Open(path);
    }

    public static void Delete(string path)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm", "-journal", "-note"])
        {
            File.Delete(path + suffix);
        }
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Closes a working file. Closing moves the log into the database, for which who is asked to stop has no time where it is
    /// long: the next run does that.
    /// </summary>
    public static void Close(SqliteConnection connection, string path)
    {
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > LongestLogToSettle && connection.State == System.Data.ConnectionState.Open)
        {
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        }

        connection.Dispose();
    }

    /// <summary>Opens a working file that is there.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            // WAL with synchronous=NORMAL: after a power cut rows and cursor are lost together or not at all.
            Execute(connection, "pragma trusted_schema = off");
            Execute(connection, "pragma cell_size_check = on");
            // Of an empty database only: a user's row is a third of an ordinary page, and what is left of it is copied four times.
            Execute(connection, "pragma page_size = 16384");
            Execute(connection, "pragma locking_mode = exclusive");
            Execute(connection, "pragma journal_mode = wal");
            Execute(connection, "pragma synchronous = normal");
            Execute(connection, "pragma cache_size = -16384");
            Execute(connection, "pragma wal_autocheckpoint = 1000");
            // Indexes are sorted beside the reading of the rows.
            Execute(connection, "pragma threads = 1");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
