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

    /// <summary>Runs a delete that returns the type, and for grants the principal's type, of each row that it removed.</summary>
    public static long Delete(SqliteConnection connection, StagingFindingKind kind, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var transaction = connection.BeginTransaction();
        var counts = new Dictionary<(string Type, string? Principal), long>();
        using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var rows = (reader.GetString(0), reader.FieldCount > 1 ? reader.GetString(1) : null);
                counts[rows] = counts.GetValueOrDefault(rows) + 1;
            }
        }

        Add(connection, transaction, counts.Select(entry => new StagingFinding(kind, entry.Key.Type, entry.Key.Principal, entry.Value)));
        transaction.Commit();
        return counts.Values.Sum();
    }
}
