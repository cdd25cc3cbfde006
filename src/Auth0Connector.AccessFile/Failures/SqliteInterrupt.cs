using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Failures;

/// <summary>Lets a cancellation end a statement that runs for seconds, such as the building of an index.</summary>
internal static class SqliteInterrupt
{
    /// <exception cref="OperationCanceledException">It was cancelled; the transaction it ran in is rolled back.</exception>
    public static T Run<T>(SqliteConnection connection, Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using (cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle)))
            {
                return work();
            }
        }
        // A statement that is interrupted while it is prepared fails with an error of its own, of any sort.
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == SqliteFailure.Interrupted || cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(interrupted.Message, interrupted, cancellationToken);
        }
    }
}
