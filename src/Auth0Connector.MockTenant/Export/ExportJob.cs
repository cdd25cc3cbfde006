namespace Auth0Connector.MockTenant.Export;

internal sealed record ExportJob(
    string Id,
    DateTimeOffset Created,
    bool Fails,
    int? Limit,
    string? ConnectionId,
    IReadOnlyList<ExportColumn> Columns);

/// <summary>A field of the export and the name it is written under.</summary>
internal sealed record ExportColumn(string Name, string WrittenAs);
