namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>People who never came and hold something.</summary>
internal sealed class NeverSignedIn : FindingRule
{
    public override string Id => "never-signed-in";

    public override string Title => "Never signed in, access already there";

    public override Severity Severity => Severity.Medium;

    public override string Why => "An account that was never used is often one that was never claimed: its invitation or first password may still lie around.";

    public override string Remedy => "Remove the access, or the account, if the person does not come soon.";

    public override IReadOnlyDictionary<string, double> Thresholds { get; } = new Dictionary<string, double> { ["days"] = 30 };

    public override string Words(Func<string, double> threshold) => $"The account was never used, is older than {threshold("days"):0} days, is enabled, and reaches something.";

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Where(account => account is { LastLogin: null, Status: not "disabled", Reached.Count: > 0 }
                && (account.CreatedAt is not { } made || (context.Model.At - made).TotalDays > context.Threshold("days")))
            .Select(account => FindingRow.Of(account, (account.CreatedAt is { } made ? $"made {FindingContext.Day(made)}, " : string.Empty) + context.Amount(account)));
}
