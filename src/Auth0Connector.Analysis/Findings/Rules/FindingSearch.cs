using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Asks every rule.</summary>
public static class FindingSearch
{
    /// <summary>All rules. One is added by an entry here.</summary>
    public static IReadOnlyList<FindingRule> Rules { get; } =
    [
        new BlockedWithAccess(),
        new UnverifiedPrivileged(),
        new AllScopesApplication(),
        new InactiveWithAccess(),
        new NeverSignedIn(),
        new DirectPermissions(),
        new OverEntitled(),
        new SeveralAccounts(),
        new EmptyRoles(),
        new EmptyOrganizations(),
        new IdenticalRoles(),
        new UnusedApis(),
    ];

    /// <summary>The rules that had no answer or not all of it; those that were switched off are not among them.</summary>
    public static IReadOnlyList<NotAsked> NotAskedOf(AccessModel model, FindingOptions options) =>
    [
        .. Rules.Where(rule => options.Rules.GetValueOrDefault(rule.Id) is not { IsEnabled: false }).Select(rule => NotAsked.Of(rule, model.Coverage)).OfType<NotAsked>(),
    ];

    /// <summary>What the rules met, what matters most first.</summary>
    public static IReadOnlyList<Finding> In(AccessModel model, Privilege privilege, FindingOptions options, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        foreach (var rule in Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var set = options.Rules.GetValueOrDefault(rule.Id) ?? new RuleOptions();
            double Threshold(string name) => set.Thresholds.TryGetValue(name, out var value) ? value : rule.Thresholds[name];
            var isAsked = set.IsEnabled && NotAsked.Of(rule, model.Coverage) is null or { IsPartly: true };
            var rows = isAsked ? rule.Find(new FindingContext(model, privilege, Threshold)).ToList() : [];
            if (rows.Count > 0)
            {
                found.Add(new Finding(rule, set.Severity ?? rule.Severity, rule.Words(Threshold), rows));
            }
        }

        return [.. found.OrderByDescending(finding => finding.Severity)];
    }
}
