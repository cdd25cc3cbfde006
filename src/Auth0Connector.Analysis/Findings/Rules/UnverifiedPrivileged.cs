namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Privileged accounts whose address nobody proved to own.</summary>
internal sealed class UnverifiedPrivileged : FindingRule
{
    public override string Id => "unverified-privileged";

    public override string Title => "Unverified e-mail address with privileged access";

    public override Severity Severity => Severity.High;

    public override string Why => "Nobody has proven that the address belongs to the person; whoever gets hold of it may reset the password of a privileged account.";

    public override string Remedy => "Have the address verified, or take the privileged access away until it is.";

    public override string Words(Func<string, double> threshold) => "The e-mail address is not verified, and the account reaches privileged access.";

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Where(account => account is { IsEmailVerified: false, Email.Length: > 0 } && context.Privilege.Has(account))
            .Select(account => FindingRow.Of(account, context.Amount(account)));
}
