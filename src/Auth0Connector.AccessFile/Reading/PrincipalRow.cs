namespace Auth0Connector.AccessFile.Reading;

/// <summary>Somebody or something that holds at least one grant.</summary>
public sealed class PrincipalRow
{
    internal PrincipalRow(Row row)
    {
        TypeId = row.Text(1);
        Id = row.Text(2);
    }

    /// <summary>The type of the principal.</summary>
    public string TypeId { get; }

    /// <summary>Its bare id.</summary>
    public string Id { get; }
}
