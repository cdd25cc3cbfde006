using System.Globalization;
using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Analysis.Review;

/// <summary>The sheet of a campaign: one row for each person and access, with an empty column for the decision.</summary>
public static class ReviewSheet
{
    /// <summary>The column that says what the file does not hold, and so no row shows.</summary>
    private const string NotKnown = "not_known";

    private static readonly string[] Headings =
    [
        ReviewColumns.PersonType, ReviewColumns.PersonId, "name", "email", "status", "last_sign_in", ReviewColumns.ResourceType, ReviewColumns.ResourceId, "access",
        ReviewColumns.EntitlementId, ReviewColumns.Held, "privileged", "findings", "reviewer", ReviewColumns.Decision, "comment",
    ];

    /// <summary>The sheet of a sync.</summary>
    public static Table Of(AccessModel model, Privilege privilege, IReadOnlyList<Finding> findings, string reviewer)
    {
        var rows = Rows(model, privilege, findings, reviewer);
        if (model.Coverage.PrivilegeLacks.Count == 0)
        {
            return new([.. Headings.Select(heading => new Column(heading))], rows);
        }

        // First, since whoever decides sees the first columns; in every row, since rows are sorted, filtered and handed on.
        var lacks = string.Join("; ", model.Coverage.PrivilegeLacks.Select(lack => lack.What).Distinct(StringComparer.Ordinal));
        return new([.. Headings.Prepend(NotKnown).Select(heading => new Column(heading))], rows.Select(row => (IReadOnlyList<string>)[lacks, .. row]));
    }

    /// <summary>How somebody holds a right, in words.</summary>
    internal static string Held(AccessModel model, Account account, int right)
    {
        return Held(model, model.WaysOf(account), right);
    }

    private static string Held(AccessModel model, AccountWays ways, int right)
    {
        var (way, omitted) = ways.To(right);
        return way.Count <= 1 ? "directly" : ReviewColumns.Through + string.Join(" > ", WayWords.Of(way.SkipLast(1).Select(model.Words), omitted));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(AccessModel model, Privilege privilege, IReadOnlyList<Finding> findings, string reviewer)
    {
        var powerless = model.Coverage.HidesPrivilege ? "not known" : "no";
        var found = findings.SelectMany(finding => finding.Rows.Where(row => row.Person is not null).Select(row => (Person: row.Person!.Value, finding.Rule.Id))).Distinct().ToLookup(pair => pair.Person, pair => pair.Id);
        foreach (var account in model.People)
        {
            var ways = model.WaysOf(account);
            foreach (var right in account.Reached.Select(right => model.Rights[right]))
            {
                var thing = model.Things[right.Thing];
                yield return
                [
                    account.TypeId,
                    account.Id,
                    account.Name,
                    account.Email,
                    account.Status,
                    account.LastLogin?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never",
                    thing.TypeId,
                    thing.Id,
                    model.Words(right.Index),
                    right.Id,
                    Held(model, ways, right.Index),
                    privilege.Is(right.Index) ? "yes" : powerless,
                    string.Join(' ', found[account.Index]),
                    reviewer,
                    string.Empty,
                    string.Empty,
                ];
            }
        }
    }
}
