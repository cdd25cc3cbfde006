namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>People who were not seen for long and hold something.</summary>
internal sealed class InactiveWithAccess : FindingRule
{
    public override string Id => "inactive-with-access";

    public override string Title => "Nobody signed in for long, access still there";

    public override Severity Severity => Severity.Medium;

    public override string Why => "Access that nobody uses is access that nobody misses when somebody else uses it.";

    public override string Remedy => "Ask whether the person still needs it; take it away if nobody answers.";

    public override IReadOnlyDictionary<string, double> Thresholds { get; } = new Dictionary<string, double> { ["days"] = 90 };

    public override string Words(Func<string, double> threshold) => $"The last sign-in was more than {threshold("days"):0} days before the sync, and the account is enabled and reaches something.";

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Where(account => account.Status != "disabled"
                && account.Reached.Count > 0
                && (context.Model.At - account.LastLogin)?.TotalDays > context.Threshold("days"))
            .OrderBy(account => account.LastLogin)
            .Select(account => FindingRow.Of(account, $"last seen {FindingContext.Day(account.LastLogin!.Value)}, {context.Amount(account)}"));
}
