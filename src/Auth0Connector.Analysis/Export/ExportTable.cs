namespace Auth0Connector.Analysis.Export;

/// <summary>A table on its way out: headings, and rows that are made as they are taken.</summary>
public sealed record ExportTable(IReadOnlyList<string> Headings, IEnumerable<IReadOnlyList<string>> Rows);
