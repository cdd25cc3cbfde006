namespace Auth0Connector.AccessFile.Container;

/// <summary>How a database is wrapped.</summary>
internal enum AccessFileContainer
{
    /// <summary>The header and a zstd stream.</summary>
    Compressed,

    /// <summary>A SQLite database as it is.</summary>
    PlainSqlite,
}
