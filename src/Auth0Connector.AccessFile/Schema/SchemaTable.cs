namespace Auth0Connector.AccessFile.Schema;

/// <summary>A table of the v1 schema and the statement that creates it.</summary>
internal sealed record SchemaTable(string Name, string Columns)
{
    public string CreateSql => $"create table if not exists {Name} ({Columns})";
}
