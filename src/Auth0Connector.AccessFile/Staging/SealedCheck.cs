using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Reads a finished database once more, as many tables at a time as there are processors, before it takes the target's place.</summary>
internal static class SealedCheck
{
    private const int MostAtATime = 4;

    /// <exception cref="StagingUnusableException">Its rows are not those that were written.</exception>
    public static void Demand(string path, IReadOnlyDictionary<string, RowSum> kept, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.ForEach(
                // The longest first.
                kept.OrderByDescending(static pair => pair.Value.Rows),
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, MostAtATime) },
                pair => Demand(path, pair.Key, pair.Value, cancellationToken));
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private static void Demand(string path, string table, RowSum kept, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            RawStatement.Run(connection, "pragma trusted_schema = off");
            if (TableSum.Of(connection, table, cancellationToken) != kept)
            {
                throw Changed(table, null);
            }
        }
        catch (SqliteException failure) when (SqliteDamage.Is(failure))
        {
            throw Changed(table, failure);
        }

        StagingUnusableException Changed(string what, Exception? failure) =>
            new($"the working file is damaged: {what} is not as it was written", path, failure);
    }
}
