using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>
/// An upper bound of the rows that a plan adds: it counts holders by principal type and passes the counts along, not
/// knowing who holds two sources or holds the target already.
/// </summary>
internal static class ExpansionEstimate
{
    public static long Of(SqliteConnection connection, string syncId, ExpansionPlan plan, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"select principal_resource_type_id, count(*) from {AccessFileSchema.Grants} "
            + "where entitlement_id = $entitlement and sync_id = $sync group by 1";
        command.Parameters.AddWithValue("$sync", syncId);
        var entitlement = command.Parameters.Add("$entitlement", SqliteType.Text);
        var holders = new Dictionary<string, Dictionary<string, Count>>(StringComparer.Ordinal);
        var total = 0L;
        foreach (var step in plan.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = HoldersOf(step.TargetId);
            foreach (var (type, count) in HoldersOf(step.SourceId).Where(pair => step.Rule.Admits(pair.Key)))
            {
                var passed = step.Rule.IsShallow ? count.Stored : count.Stored + count.Added;
                var before = target.GetValueOrDefault(type);
                target[type] = before with { Added = before.Added + passed };
                total += passed;
            }
        }

        return total;

        Dictionary<string, Count> HoldersOf(string entitlementId)
        {
            if (!holders.TryGetValue(entitlementId, out var counts))
            {
                holders[entitlementId] = counts = new Dictionary<string, Count>(StringComparer.Ordinal);
                entitlement.Value = entitlementId;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    counts[reader.GetString(0)] = new Count(reader.GetInt64(1), 0);
                }
            }

            return counts;
        }
    }

    private readonly record struct Count(long Stored, long Added);
}
