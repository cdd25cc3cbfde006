namespace Auth0Connector.AccessFile.Reading;

/// <summary>As what rows take a column.</summary>
internal enum ColumnContent
{
    Text,
    Bytes,
    Flag,
}
