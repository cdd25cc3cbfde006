
using Auth0Connector.AccessFile.Schema;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>The columns that a row of each table is made from, in the order in which the row takes them.</summary>
internal static class TableColumns
{
    public static IReadOnlyList<string> ResourceTypes { get; } = ["external_id", "data"];

    public static IReadOnlyList<string> Resources { get; } =
        ["resource_type_id", "external_id", "parent_resource_type_id", "parent_resource_id", "data"];

    public static IReadOnlyList<string> Entitlements { get; } = ["resource_type_id", "resource_id", "external_id", "data"];

    public static IReadOnlyList<string> Grants { get; } =
    [
        "resource_type_id",
        "resource_id",
        "entitlement_id",
        "principal_resource_type_id",
        "principal_resource_id",
        "external_id",
        "expansion",
        "needs_expansion",
        "data",
    ];

    /// <summary>Columns that files of the ecosystem do not all have; without any other one a table cannot be read (format section 2.2).</summary>
    private static HashSet<string> Optional { get; } = new(StringComparer.Ordinal)
    {
        "parent_resource_type_id", "parent_resource_id", "expansion", "needs_expansion", "sync_id", "started_at", "ended_at", "sync_token",
        "sync_type", "parent_sync_id", "linked_sync_id", "supports_diff", "grants_backfilled", "stats",
    };

    /// <summary>The columns as a list for <c>select</c>; null stands for an optional one that the table lacks.</summary>
    /// <param name="shape">The table.</param>
    /// <param name="columns">Which ones.</param>
    /// <param name="alias">The table's name in the statement, with a dot, where there are several.</param>
    public static string Select(TableShape shape, IReadOnlyList<string> columns, string alias = "") =>
        string.Join(", ", columns.Select(column => Optional.Contains(column) && !shape.Has(column) ? "null" : alias + column));

    /// <summary>As what a row takes the column.</summary>
    public static ColumnContent KindOf(string column) => column switch
    {
        "data" or "expansion" => ColumnContent.Bytes,
        "needs_expansion" => ColumnContent.Flag,
        _ => ColumnContent.Text,
    };
}
