using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Roles that do the same.</summary>
internal sealed class IdenticalRoles : FindingRule
{
    public override string Id => "identical-roles";

    public override string Title => "Roles that do the same";

    public override Severity Severity => Severity.Low;

    public override string Why => "Two roles that mean the same are reviewed twice and changed once; sooner or later one of them is the one that was forgotten.";

    public override string Remedy => "Keep one of them and move its members.";

    public override IReadOnlyDictionary<string, double> Thresholds { get; } = new Dictionary<string, double> { ["least"] = 2 };

    public override string Words(Func<string, double> threshold) => $"Two roles give the same permissions; where the file holds no permissions, the same {threshold("least"):0} or more people hold both.";

    internal override IReadOnlyList<Need> Needs => [Need.Grants, Need.Roles];

    internal override IReadOnlyList<Need> Widens => [Need.People, Need.Permissions];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        RoleTwins.In(context.Model, (int)context.Threshold("least"))
            .Select(twins => FindingRow.Of(twins.Role, $"same as {twins.Other.Name}: {twins.By}"));
}
