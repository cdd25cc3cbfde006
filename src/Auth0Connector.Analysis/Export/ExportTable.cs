namespace Auth0Connector.Analysis.Export;

/// <summary>A table on its way out: columns, and rows that are made as they are taken. An empty text says nothing.</summary>
public sealed record ExportTable(IReadOnlyList<ExportColumn> Columns, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Headings { get; } = [.. Columns.Select(column => column.Heading)];
}
