using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Writes rows of v1_assets, which the ecosystem's readers carry along.</summary>
internal static class StagingAssets
{
    public static void Write(SqliteConnection connection, string syncId, string id, string contentType, byte[] data, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            insert or replace into v1_assets (external_id, content_type, data, sync_id, discovered_at)
            values ($id, $type, $data, $sync, $now)
            """;
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$type", contentType);
        command.Parameters.AddWithValue("$data", data);
        command.Parameters.AddWithValue("$sync", syncId);
        command.Parameters.AddWithValue("$now", SyncTimestamp.Format(now));
        command.ExecuteNonQuery();
        RowSums.Recount(connection, AccessFileSchema.Assets);
        transaction.Commit();
    }
}
