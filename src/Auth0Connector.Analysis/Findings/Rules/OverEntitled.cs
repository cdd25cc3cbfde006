using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>People with far more access than those beside them.</summary>
internal sealed class OverEntitled : FindingRule
{
    public override string Id => "over-entitled";

    public override string Title => "Far more access than peers";

    public override Severity Severity => Severity.Medium;

    public override string Why => "Whoever changes jobs and keeps everything ends up here; so does an account that somebody has prepared.";

    public override string Remedy => "Go through what the person has and the peers do not, and take away what has no reason.";

    public override IReadOnlyDictionary<string, double> Thresholds { get; } =
        new Dictionary<string, double> { ["factor"] = 3, ["least"] = 8, ["peers"] = 5 };

    public override string Words(Func<string, double> threshold) =>
        $"The account reaches at least {threshold("factor"):0.#} times as much as the median of its organization, or of its connection for those in none, and at least {threshold("least"):0}; only where there are {threshold("peers"):0} peers or more.";

    internal override IEnumerable<FindingRow> Find(FindingContext context)
    {
        var factor = context.Threshold("factor");
        var least = context.Threshold("least");
        var seen = new HashSet<int>();
        return Peers(context.Model)
            .Where(peers => peers.Accounts.Count > context.Threshold("peers"))
            .Select(peers => (peers.Name, peers.Accounts, Median: Median(peers.Accounts)))
            .SelectMany(peers => peers.Accounts
                .Where(account => account.Reached.Count >= least && account.Reached.Count >= factor * Math.Max(1, peers.Median))
                .Select(account => (account, peers.Name, peers.Median)))
            .OrderByDescending(found => found.account.Reached.Count)
            .Where(found => seen.Add(found.account.Index))
            .Select(found => FindingRow.Of(found.account, $"{context.Amount(found.account)}; the median of {found.Name} is {found.Median:0.#}"));
    }

    private static IEnumerable<(string Name, IReadOnlyList<Account> Accounts)> Peers(AccessModel model)
    {
        var grouped = new HashSet<int>();
        foreach (var right in model.Rights.Where(right => right.Slug == EntitlementSlugs.Member && model.Things[right.Thing].Kind == ThingKind.Organization))
        {
            var members = model.Holders(right.Index).ToList();
            grouped.UnionWith(members.Select(account => account.Index));
            yield return (model.Things[right.Thing].Name, members);
        }

        var others = model.People.Where(account => account.Connection.Length > 0 && account.Reached.Count > 0 && !grouped.Contains(account.Index));
        foreach (var group in others.GroupBy(account => account.Connection))
        {
            yield return ($"connection {group.Key}", group.ToList());
        }
    }

    private static double Median(IReadOnlyList<Account> accounts)
    {
        var counts = accounts.Select(account => account.Reached.Count).Order().ToList();
        return counts.Count % 2 == 1 ? counts[counts.Count / 2] : (counts[(counts.Count / 2) - 1] + counts[counts.Count / 2]) / 2.0;
    }
}
