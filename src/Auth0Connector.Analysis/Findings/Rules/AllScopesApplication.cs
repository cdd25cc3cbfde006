using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Applications that may use every scope of an API.</summary>
internal sealed class AllScopesApplication : FindingRule
{
    public override string Id => "all-scopes-applications";

    public override string Title => "Applications that may use every scope of an API";

    public override Severity Severity => Severity.High;

    public override string Why => "With allow_all_scopes an application also gets every scope that is added to the API later, without anybody deciding it.";

    public override string Remedy => "Replace allow_all_scopes by the list of scopes that the application uses.";

    public override string Words(Func<string, double> threshold) => "A client grant of the application says allow_all_scopes.";

    internal override IReadOnlyList<Need> Needs => [Need.Grants, Need.Applications];

    internal override IReadOnlyList<Need> Widens => [];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.OtherGrants
            .Where(grant => grant.IsAllScopes)
            .GroupBy(grant => grant.Holder)
            .Select(grants => FindingRow.Of(context.Model.Things[grants.Key], FindingContext.Counted(grants.Count(), "scope", "scopes") + " today"));
}
