using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>The SQLite that access files are read and written with.</summary>
public static class SqliteLibrary
{
    /// <summary>Its version, such as <c>3.53.3</c>, as it says itself: so it is there and can be loaded.</summary>
    /// <exception cref="DllNotFoundException">It is not there.</exception>
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
