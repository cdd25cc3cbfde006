using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Builds the indexes after the load. A unique index that cannot be built shows rows read twice, which are removed, or
/// two different things with one id, which fails the sync: either would overwrite the other silently.
/// </summary>
internal static class StagingIndexes
{
    private const int UniqueConstraint = 2067;

    private static readonly Dictionary<string, string> IdentityColumns = new(StringComparer.Ordinal)
    {
        // Scopes of two APIs may join to one id: they are told apart by what they lie below.
        [AccessFileSchema.Resources] =
            "resource_type_id || char(0) || coalesce(parent_resource_type_id, '') || char(0) || coalesce(parent_resource_id, '')",
        [AccessFileSchema.Entitlements] = "resource_type_id || char(0) || resource_id",
        [AccessFileSchema.Grants] =
            "resource_type_id || char(0) || resource_id || char(0) || entitlement_id || char(0) || principal_resource_type_id || char(0) || principal_resource_id",
    };

    /// <summary>
    /// Indexes that only ever grow at an end, rows of one type coming after another: kept from the beginning, because
    /// building one later reads every row again, with all that is in it.
    /// </summary>
    public static IEnumerable<SchemaIndex> FromTheBeginning =>
        AccessFileSchema.Indexes.Where(static index => index.Where is not null || (index.Table == AccessFileSchema.Resources && !index.IsUnique));

    /// <summary>Builds the indexes of one table; rows that stood twice are removed and counted among the findings.</summary>
    /// <exception cref="AccessFileException">Two different things have one id.</exception>
    public static void Build(SqliteConnection connection, string table, CancellationToken cancellationToken)
    {
        foreach (var index in AccessFileSchema.Indexes.Where(index => index.Table == table).OrderByDescending(static index => index.IsUnique))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                Execute(connection, index.CreateSql);
            }
            catch (SqliteException twice) when (twice.SqliteExtendedErrorCode == UniqueConstraint)
            {
                RefuseCollisions(connection, table);
                RemoveDuplicates(connection, table);
                Execute(connection, index.CreateSql);
            }
        }
    }

    private static void RefuseCollisions(SqliteConnection connection, string table)
    {
        if (!IdentityColumns.TryGetValue(table, out var identity))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select external_id, min({identity}), max({identity}) from {table}
            group by external_id, sync_id having count(*) > 1 and min({identity}) <> max({identity}) limit 1
            """;
        using var reader = command.ExecuteReader();
        if (reader.Read())
        {
            throw new AccessFileException(
                AccessFileErrorKind.IdCollision,
                $"two different things have the id '{reader.GetString(0)}': {Parts(reader.GetString(1))} and {Parts(reader.GetString(2))}");
        }
    }

    private static string Parts(string identity) => $"({identity.Replace('\0', ' ')})";

    // The later row was read later and is kept.
    private static void RemoveDuplicates(SqliteConnection connection, string table)
    {
        if (table == AccessFileSchema.Grants)
        {
            DuplicateGrants.UniteMetadata(connection);
        }

        StagingFindings.Delete(
            connection,
            StagingFindingKind.Duplicate,
            table,
            $"""
            delete from {table} where id in (
                select id from (select id, row_number() over (partition by external_id, sync_id order by id desc) as nth from {table})
                where nth > 1)
            """,
            Sort(table));
    }

    private static string[] Sort(string table) => table switch
    {
        AccessFileSchema.Resources => ["resource_type_id"],
        AccessFileSchema.Grants => ["resource_type_id", "principal_resource_type_id"],
        // Entitlements come again with every page that names them: nothing that anybody has to hear of.
        _ => [$"'{table}'"],
    };

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
