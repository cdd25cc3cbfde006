using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Roles that nobody holds.</summary>
internal sealed class EmptyRoles : FindingRule
{
    public override string Id => "empty-roles";

    public override string Title => "Roles with nobody in them";

    public override Severity Severity => Severity.Low;

    public override string Why => "What nobody uses, nobody looks after; an old role comes back into use with permissions that nobody remembers.";

    public override string Remedy => "Delete the role, or write down what it waits for.";

    public override string Words(Func<string, double> threshold) => "Nobody reaches the role, neither in the tenant nor inside an organization.";

    internal override IReadOnlyList<Need> Needs => [Need.People, Need.Grants, Need.Roles, Need.Organizations, Need.OrganizationRoles, Need.Groups];

    internal override IReadOnlyList<Need> Widens => [];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        Unused.Roles(context.Model).Select(role => FindingRow.Of(role, role.Note));
}
