using Microsoft.Data.Sqlite;
using Serilog;

namespace Auth0Connector.Violations;

/// <summary>What the rules forbid, so that a test can show that they see it.</summary>
internal static class ForbiddenUses
{
    public static string OpenDatabase()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return connection.DataSource;
    }

    public static void Log(ILogger log) => log.Information("a line");
}
