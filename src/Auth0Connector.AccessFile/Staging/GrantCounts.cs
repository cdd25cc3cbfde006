using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>How many grants go from entitlements of a resource type to principals of a resource type.</summary>
public sealed record GrantCount(string TypeId, string PrincipalTypeId, long Count);

/// <summary>Counts grants by what is granted and to whom.</summary>
internal static class GrantCounts
{
    public static IReadOnlyList<GrantCount> Read(SqliteConnection connection, SyncRows own)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"select resource_type_id, principal_resource_type_id, count(*) from v1_grants where {own.In(AccessFileSchema.Grants)} group by 1, 2 order by 1, 2";
        command.Parameters.AddWithValue("$sync", own.SyncId);
        using var reader = command.ExecuteReader();
        var counts = new List<GrantCount>();
        while (reader.Read())
        {
            counts.Add(new GrantCount(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }

        return counts;
    }
}
