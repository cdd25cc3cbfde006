namespace Auth0Connector.AccessFile.Schema;

/// <summary>
/// An index of the v1 schema. Apart from its table, so that a loader can build indexes after the rows and remove
/// duplicates before the unique ones.
/// </summary>
internal sealed record SchemaIndex(string Name, string Table, bool IsUnique, string Columns, string? Where = null)
{
    public string CreateSql =>
        $"create {(IsUnique ? "unique " : "")}index if not exists {Name} on {Table} ({Columns})"
        + (Where is null ? "" : $" where {Where}");
}
