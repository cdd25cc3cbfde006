namespace Auth0Connector.AccessFile.Comparison;

/// <summary>A row before and after; one of them is null for what was added or removed.</summary>
public sealed record RowPair<T>(T? Before, T? After)
    where T : class
{
    /// <summary>The later one, else the former.</summary>
    public T Any => After ?? Before ?? throw new InvalidOperationException("a pair has at least one row");
}
