using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Keeps the findings in the working file: a run that goes on later still knows what was found before.</summary>
internal static class StagingFindings
{
    public static void Add(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<StagingFinding> findings)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            insert into staging_findings (kind, type, principal_type, count) values ($kind, $type, $principal, $count)
            on conflict (kind, type, principal_type) do update set count = count + excluded.count
            """;
        foreach (var finding in findings)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$kind", (long)finding.Kind);
            command.Parameters.AddWithValue("$type", finding.TypeId);
            command.Parameters.AddWithValue("$principal", finding.PrincipalTypeId ?? "");
            command.Parameters.AddWithValue("$count", finding.Count);
            command.ExecuteNonQuery();
        }

        RowSums.Recount(connection, StagingTables.Findings);
    }

    public static IReadOnlyList<StagingFinding> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select kind, type, principal_type, count from staging_findings";
        using var reader = command.ExecuteReader();
        var findings = new List<StagingFinding>();
        while (reader.Read())
        {
            var principal = reader.GetString(2);
            findings.Add(new StagingFinding(
                (StagingFindingKind)reader.GetInt32(0),
                reader.GetString(1),
                principal.Length == 0 ? null : principal,
                reader.GetInt64(3)));
        }

        return findings;
    }

    /// <summary>Runs a delete and counts what it removes by the columns that are named: the type, and for grants the principal's type.</summary>
    public static long Delete(
        SqliteConnection connection,
        StagingFindingKind kind,
        string table,
        string delete,
        IReadOnlyList<string> columns,
        params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var transaction = connection.BeginTransaction();
        var counts = RemovedRows.Run(connection, table, delete, columns, parameters);
        Add(connection, transaction, counts.Select(entry => new StagingFinding(kind, entry.Key.First, entry.Key.Second, entry.Value)));
        transaction.Commit();
        return counts.Values.Sum();
    }
}
