namespace Auth0Connector.Tables;

/// <summary>A table on its way out: columns, and rows that are made as they are taken. An empty text says nothing.</summary>
public sealed record Table(IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Headings { get; } = [.. Columns.Select(column => column.Heading)];
}
