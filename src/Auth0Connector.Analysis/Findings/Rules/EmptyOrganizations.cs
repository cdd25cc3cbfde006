using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>Organizations without members.</summary>
internal sealed class EmptyOrganizations : FindingRule
{
    public override string Id => "empty-organizations";

    public override string Title => "Organizations with nobody in them";

    public override Severity Severity => Severity.Low;

    public override string Why => "An organization without members keeps its connections and settings, and whoever joins first gets what is left there.";

    public override string Remedy => "Delete the organization, or invite its members.";

    public override string Words(Func<string, double> threshold) => "Nobody is a member of the organization.";

    internal override IReadOnlyList<Need> Needs => [Need.People, Need.Grants, Need.Organizations, Need.Groups];

    internal override IReadOnlyList<Need> Widens => [];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        Unused.Organizations(context.Model).Select(organization => FindingRow.Of(organization, organization.Id));
}
