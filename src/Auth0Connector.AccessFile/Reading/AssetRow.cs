namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row of v1_assets.</summary>
public sealed class AssetRow
{
    internal AssetRow(Row row)
    {
        RowId = row.Id;
        Id = row.Text(1);
        ContentType = row.Text(2);
        Data = row.Bytes(3);
    }

    /// <summary>The row id.</summary>
    public long RowId { get; }

    /// <summary>The id of the asset.</summary>
    public string Id { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Its content.</summary>
    public byte[] Data { get; }
}
