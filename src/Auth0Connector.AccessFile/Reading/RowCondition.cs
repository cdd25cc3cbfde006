namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// An equality in a query; without a value: that there is one. With <paramref name="IsIndexed"/> false SQLite is kept from an index that answers it only in
/// part: the rows would have to be sorted, all of them, before the first one comes.
/// </summary>
internal readonly record struct RowCondition(string Column, string? Value, bool IsIndexed = true)
{
    public string Expression => IsIndexed ? Column : "+" + Column;
}
