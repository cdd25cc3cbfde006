namespace Auth0Connector.AccessFile.Comparison;

/// <summary>What became of a row from one sync to another.</summary>
public enum RowChange
{
    /// <summary>Only in the later sync.</summary>
    Added,

    /// <summary>Only in the former sync.</summary>
    Removed,

    /// <summary>In both, with other content.</summary>
    Changed,
}
