namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Blocked accounts that still hold something.</summary>
internal sealed class BlockedWithAccess : FindingRule
{
    public override string Id => "blocked-with-access";

    public override string Title => "Blocked people who still hold access";

    public override Severity Severity => Severity.High;

    public override string Why => "Whoever is unblocked, by mistake or by a script, has everything back at once; and nobody reviews what seems to be closed.";

    public override string Remedy => "Take roles, organizations and permissions from the account when it is blocked.";

    public override string Words(Func<string, double> threshold) => "The account is blocked and still reaches something.";

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Where(account => account.Status == "disabled" && account.Reached.Count > 0)
            .Select(account => FindingRow.Of(account, context.Amount(account)));
}
