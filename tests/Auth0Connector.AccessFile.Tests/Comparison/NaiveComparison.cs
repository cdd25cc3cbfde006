using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.AccessFile.Tests.Comparison;

/// <summary>The same by reading both syncs whole: every row of one held against every row of the other.</summary>
internal static class NaiveComparison
{
    public static List<(long? Before, long? After)> Of(RowChange which, IReadOnlyList<GrantRow> before, IReadOnlyList<GrantRow> after, bool isExpansionCompared) => which switch
    {
        RowChange.Added => [.. Sorted(after).Where(row => before.All(other => other.Id != row.Id)).Select(row => ((long?)null, (long?)row.RowId))],
        RowChange.Removed => [.. Sorted(before).Where(row => after.All(other => other.Id != row.Id)).Select(row => ((long?)row.RowId, (long?)null))],
        _ => [.. Sorted(after).SelectMany(row => before.Where(other => other.Id == row.Id && Differs(other, row, isExpansionCompared)).Select(other => ((long?)other.RowId, (long?)row.RowId)))],
    };

    private static bool Differs(GrantRow one, GrantRow other, bool isExpansionCompared) =>
        !one.Data.Span.SequenceEqual(other.Data.Span) || (isExpansionCompared && !Equals(one.Expandable, other.Expandable));

    private static IEnumerable<GrantRow> Sorted(IEnumerable<GrantRow> rows) => rows
        .OrderBy(row => row.PrincipalTypeId, Utf8Order.Instance)
        .ThenBy(row => row.PrincipalId, Utf8Order.Instance)
        .ThenBy(row => row.RowId);
}
