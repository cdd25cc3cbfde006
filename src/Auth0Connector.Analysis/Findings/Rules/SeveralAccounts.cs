using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>The same person under several accounts.</summary>
internal sealed class SeveralAccounts : FindingRule
{
    public override string Id => "several-accounts";

    public override string Title => "The same person under several accounts";

    public override Severity Severity => Severity.Medium;

    public override string Why => "Whoever leaves is blocked once and stays under the other account; and access that was split adds up unseen.";

    public override string Remedy => "Link the accounts, or remove those that are not used.";

    public override string Words(Func<string, double> threshold) => "Accounts with one e-mail address, of which at least one reaches something.";

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        context.Model.People
            .Where(account => account.Email.Length > 0)
            .GroupBy(account => account.Email, StringComparer.OrdinalIgnoreCase)
            .Where(accounts => accounts.Skip(1).Any() && accounts.Any(account => account.Reached.Count > 0))
            .SelectMany(accounts => accounts.Select(account => FindingRow.Of(account, $"{accounts.Count()} accounts, this one by {Connection(account)}: {context.Amount(account)}")));

    private static string Connection(Account account) => account.Connection.Length > 0 ? account.Connection : "an unknown connection";
}
