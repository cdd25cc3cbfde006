namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// The statements that subtract one sync's rows from another's, with all that is shown of them. Tables are read as they lie in
/// the file: by an index each row would come from another page. An outer join rather than <c>not exists</c>: where a foreign
/// file has no index SQLite then makes one for the time of the query.
/// </summary>
internal static class ComparisonSql
{
    /// <summary>Gives whole rows: the later one's columns, then the former one's, as far as there is one.</summary>
    public static string Of(RowChange which, ComparedTable before, ComparedTable after) => which switch
    {
        RowChange.Added => Only(after, before),
        RowChange.Removed => Only(before, after),
        _ => Changed(before, after),
    };

    private static string Only(ComparedTable one, ComparedTable other) => other.Name is null
        ? $"select {one.Columns} from {one.Name} {one.Alias} not indexed where {one.InSync}"
        : $"""
            select {one.Columns} from {one.Name} {one.Alias} not indexed left join {other.Name} {other.Alias}
            on {other.Alias}.external_id = {one.Alias}.external_id and {other.InSync}
            where {one.InSync} and {other.Alias}.rowid is null
            """;

    private static string Changed(ComparedTable before, ComparedTable after) => $"""
        select {after.Columns}, {before.Columns} from {after.Name} {after.Alias} not indexed cross join {before.Name} {before.Alias}
        on {after.Alias}.external_id = {before.Alias}.external_id and {before.InSync}
        where {after.InSync} and ({string.Join(" or ", after.Content.Where(before.Content.Contains).Select(column => $"{after.Alias}.{column} is not {before.Alias}.{column}"))})
        """;
}
