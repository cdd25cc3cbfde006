using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Sums up the to-do list by kind; a tenant may have a task for each of its people.</summary>
internal static class CollectionOutcomes
{
    private const int NotesOfOneKind = 20;

    public static IReadOnlyList<CollectionOutcome> Read(SqliteConnection connection)
    {
        var notes = ReadNotes(connection, "note is not null");
        var reasons = ReadNotes(connection, "note is not null and state in (3, 4)");
        var evidence = ReadEvidence(connection);
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            select kind, count(*), sum(state = 0), sum(state = 2), sum(state = 3), sum(received = 0),
                sum(received), sum(unreadable), min(lowest_total), sum(lowest_total), sum(requests),
                sum(state = 4), sum(state = 1 and evidence is null)
            from staging_tasks group by kind order by min(number)
            """;
        using var reader = command.ExecuteReader();
        var outcomes = new List<CollectionOutcome>();
        while (reader.Read())
        {
            var kind = reader.GetString(0);
            outcomes.Add(new CollectionOutcome
            {
                Kind = kind,
                Lists = reader.GetInt64(1),
                Pending = reader.GetInt64(2),
                LeftOut = reader.GetInt64(3),
                Refused = reader.GetInt64(4),
                Empty = reader.GetInt64(5),
                Received = reader.GetInt64(6),
                Unreadable = reader.GetInt64(7),
                LowestTotal = reader.IsDBNull(8) ? null : reader.GetInt64(8),
                StatedTotal = reader.IsDBNull(9) ? null : reader.GetInt64(9),
                Requests = reader.GetInt64(10),
                RefusedAlone = reader.GetInt64(11),
                Unproven = reader.GetInt64(12),
                Evidence = evidence.GetValueOrDefault(kind) ?? [],
                Reasons = reasons.GetValueOrDefault(kind) ?? [],
                Notes = notes.GetValueOrDefault(kind) ?? [],
            });
        }

        return outcomes;
    }

    private static Dictionary<string, Dictionary<string, long>> ReadEvidence(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select kind, evidence, count(*) from staging_tasks where evidence is not null group by kind, evidence order by kind, evidence";
        using var reader = command.ExecuteReader();
        var evidence = new Dictionary<string, Dictionary<string, long>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (!evidence.TryGetValue(reader.GetString(0), out var ofKind))
            {
                evidence[reader.GetString(0)] = ofKind = new Dictionary<string, long>(StringComparer.Ordinal);
            }

            ofKind[reader.GetString(1)] = reader.GetInt64(2);
        }

        return evidence;
    }

    private static Dictionary<string, List<string>> ReadNotes(SqliteConnection connection, string condition)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select distinct kind, note from staging_tasks where {condition} order by kind, note";
        using var reader = command.ExecuteReader();
        var notes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (!notes.TryGetValue(reader.GetString(0), out var ofKind))
            {
                notes[reader.GetString(0)] = ofKind = [];
            }

            if (ofKind.Count < NotesOfOneKind)
            {
                ofKind.Add(reader.GetString(1));
            }
        }

        return notes;
    }
}
