namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// The statements that subtract one sync's rows from another's. An outer join rather than <c>not exists</c>: where a foreign
/// file has no index SQLite then makes one for the time of the query.
/// </summary>
internal static class ComparisonSql
{
    /// <summary>Gives the row ids before and after, ordered; a table that is null has no rows.</summary>
    public static string Of(RowChange which, string? before, string? after, IReadOnlyList<string> order, IReadOnlyList<string> content)
    {
        return which switch
        {
            RowChange.Added => Only("null, x.rowid", after!, "$after", before, "$before", order),
            RowChange.Removed => Only("x.rowid, null", before!, "$before", after, "$after", order),
            _ => $"""
                select b.rowid, a.rowid from {before} b join {after} a on a.external_id = b.external_id and a.sync_id = $after
                where b.sync_id = $before and ({string.Join(" or ", content.Select(column => $"a.{column} is not b.{column}"))})
                order by {string.Join(", ", order.Select(column => "a." + column))}, a.rowid
                """,
        };
    }

    private static string Only(string columns, string table, string sync, string? other, string otherSync, IReadOnlyList<string> order)
    {
        var sorted = $"order by {string.Join(", ", order.Select(column => "x." + column))}, x.rowid";
        return other is null
            ? $"select {columns} from {table} x where x.sync_id = {sync} {sorted}"
            : $"""
                select {columns} from {table} x left join {other} y on y.external_id = x.external_id and y.sync_id = {otherSync}
                where x.sync_id = {sync} and y.rowid is null {sorted}
                """;
    }
}
