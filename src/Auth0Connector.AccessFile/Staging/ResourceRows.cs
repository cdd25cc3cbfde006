using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Reads a run's own resources back.</summary>
internal static class ResourceRows
{
    public static IEnumerable<byte[]> Read(SqliteConnection connection, SyncRows own, string typeId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select r.data from v1_resources r where r.resource_type_id = $type and {own.In(AccessFileSchema.Resources, "r.")}";
        command.Parameters.AddWithValue("$type", typeId);
        command.Parameters.AddWithValue("$sync", own.SyncId);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetFieldValue<byte[]>(0);
        }
    }
}
