namespace Auth0Connector.Tables;

/// <summary>What the texts of a column mean, for formats that have types.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A moment, as RFC 3339.</summary>
    Time,
}
