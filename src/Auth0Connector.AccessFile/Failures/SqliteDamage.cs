using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Failures;

/// <summary>Failures of SQLite that say that a working file is not as it was written.</summary>
internal static class SqliteDamage
{
    private const int General = 1;
    private const int ShortRead = 522;

    // The schema cannot be read, or names what it does not hold; our statements are sound.
    public static bool Is(SqliteException failure) =>
        failure.SqliteErrorCode is SqliteFailure.Damaged or SqliteFailure.NotADatabase or General
        || failure.SqliteExtendedErrorCode == ShortRead;
}
