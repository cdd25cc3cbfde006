using Auth0Connector.Analysis.Coverage;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Permissions that people hold outside any role.</summary>
internal sealed class DirectPermissions : FindingRule
{
    public override string Id => "direct-permissions";

    public override string Title => "Permissions outside any role";

    public override Severity Severity => Severity.Medium;

    public override string Why => "A permission that was given to a person directly is invisible where roles are reviewed, and stays when the person changes jobs.";

    public override string Remedy => "Put the permission into a role, and give the role instead.";

    public override string Words(Func<string, double> threshold) => "The account holds a permission itself, not by a role or group.";

    internal override IReadOnlyList<Need> Needs => [Need.Grants, Need.DirectPermissions];

    internal override IReadOnlyList<Need> Widens => [Need.People];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Select(account => (account, held: account.Direct.Where(right => context.Model.Things[context.Model.Rights[right].Thing].Kind == ThingKind.Permission).ToList()))
            .Where(pair => pair.held.Count > 0)
            .Select(pair => FindingRow.Of(pair.account, Named(context.Model, pair.held)));

    private static string Named(AccessModel model, List<int> rights) =>
        string.Join(", ", rights.Take(3).Select(right => model.Things[model.Rights[right].Thing].Name)) + (rights.Count > 3 ? $" and {rights.Count - 3} more" : string.Empty);
}
