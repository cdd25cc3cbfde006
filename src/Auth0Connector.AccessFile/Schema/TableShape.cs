using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Schema;

/// <summary>
/// Which columns a table of a foreign file has (format section 2.2): old files lack some, and a file may lack tables.
/// A column that is missing is selected as a constant, so that rows look the same and the file stays untouched.
/// </summary>
internal sealed class TableShape
{
    private readonly HashSet<string> _columns;

    private TableShape(string name, HashSet<string> columns)
    {
        Name = name;
        _columns = columns;
    }

    public string Name { get; }

    /// <summary>False when the file has no such table.</summary>
    public bool IsPresent => _columns.Count > 0;

    public static TableShape Read(SqliteConnection connection, string table)
    {
        if (!Exists(connection, table))
        {
            return new TableShape(table, []);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "select name from pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return new TableShape(table, columns);
    }

    /// <summary>True for a real table only: a view or virtual table of that name could run anything.</summary>
    public static bool Exists(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "select 1 from sqlite_master where type = 'table' and rootpage > 0 and name = $table collate nocase";
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() is not null;
    }

    public bool Has(string column) => _columns.Contains(column);

    /// <summary>The column, or the constant that stands for it.</summary>
    public string Column(string column, string otherwise) => Has(column) ? column : otherwise;
}
