using Auth0Connector.Analysis.Coverage;

namespace Auth0Connector.Analysis.Findings.Rules;

/// <summary>APIs of which nobody may use anything.</summary>
internal sealed class UnusedApis : FindingRule
{
    public override string Id => "unused-apis";

    public override string Title => "APIs that nobody may use";

    public override Severity Severity => Severity.Low;

    public override string Why => "A scope that nobody holds is either not needed or not enforced; both are worth knowing.";

    public override string Remedy => "Delete the API or its scopes, or find out who calls it without them.";

    public override string Words(Func<string, double> threshold) => "No person, role or application holds any scope of the API.";

    internal override IReadOnlyList<Need> Needs => [Need.People, Need.Grants, Need.Permissions, Need.DirectPermissions, Need.Applications, Need.Roles];

    internal override IReadOnlyList<Need> Widens => [];

    internal override IEnumerable<FindingRow> Find(FindingContext context) =>
        Unused.Apis(context.Model).Select(api => FindingRow.Of(api, api.Id));
}
