using Auth0Connector.Analysis.Findings;
using Auth0Connector.Analysis.Findings.Rules;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Model;

namespace Auth0Connector.Analysis.Tests.Findings;

public sealed class FindingSearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Somebody_blocked_who_still_holds_access_is_found_with_how_much()
    {
        var row = Assert.Single(Rows(new SampleTenant(), "blocked-with-access"));

        Assert.Equal(("auth0|carol", "2 accesses, 1 privileged"), (row.Id, row.Detail));
    }

    [Fact]
    public void Only_who_holds_something_and_was_long_away_is_inactive()
    {
        var tenant = new SampleTenant()
            .Person("auth0|bob", "Bob", "bob@example.com", lastLogin: 1_400_000_000)
            .Person("auth0|dan", "Dan", "dan@example.com", lastLogin: 1_400_000_000);

        Assert.Equal(["auth0|bob"], Rows(tenant, "inactive-with-access", Days(3_650)).Select(row => row.Id));
    }

    [Fact]
    public void A_threshold_decides_who_is_inactive()
    {
        var tenant = new SampleTenant().Person("auth0|bob", "Bob", "bob@example.com", lastLogin: 1_400_000_000);

        Assert.Empty(Rows(tenant, "inactive-with-access", Days(1_000_000)));
    }

    [Fact]
    public void A_permission_held_without_a_role_is_named()
    {
        var tenant = new SampleTenant().Grant("scope:https://billing/:write:invoices:granted", "user", "auth0|dan");

        var row = Assert.Single(Rows(tenant, "direct-permissions"));

        Assert.Equal(("auth0|dan", "Billing/write:invoices"), (row.Id, row.Detail));
    }

    [Fact]
    public void A_role_held_inside_an_organization_only_is_not_empty()
    {
        var tenant = new SampleTenant().Thing("role", "rol_idle", "Idle", "assigned").Thing("organization", "org_none", "none", "member");

        Assert.Equal(["rol_idle"], Rows(tenant, "empty-roles").Select(row => row.Id));
        Assert.Equal(["org_none"], Rows(tenant, "empty-organizations").Select(row => row.Id));
    }

    [Fact]
    public void Roles_that_give_the_same_permissions_are_twins()
    {
        var tenant = new SampleTenant()
            .Thing("role", "rol_books", "Bookkeeper", "assigned")
            .Grant("scope:https://billing/:read:invoices:granted", "role", "rol_books", passesOn: "role:rol_books:assigned");

        var row = Assert.Single(Rows(tenant, "identical-roles"));

        Assert.Equal(("rol_books", "same as Accountant: 1 permission"), (row.Id, row.Detail));
    }

    [Fact]
    public void One_address_in_any_case_is_one_person()
    {
        var tenant = new SampleTenant().Person("google|ada", "Ada", "ADA@example.com");

        Assert.Equal(["auth0|ada", "google|ada"], Rows(tenant, "several-accounts").Select(row => row.Id).Order());
    }

    [Fact]
    public void A_rule_can_be_switched_off_and_weighed_anew()
    {
        Assert.Empty(Rows(new SampleTenant(), "blocked-with-access", Options("blocked-with-access", new RuleOptions { IsEnabled = false })));
        var finding = Search(new SampleTenant(), Options("blocked-with-access", new RuleOptions { Severity = Severity.Low })).Single(finding => finding.Rule.Id == "blocked-with-access");
        Assert.Equal(Severity.Low, finding.Severity);
    }

    [Fact]
    public void Whatever_gives_a_privileged_permission_is_privileged_itself()
    {
        using var reader = SampleTenant.Open(new SampleTenant().Write(_folder.File("a.db")));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = AccessModel.Load(list, CancellationToken.None);

        var privilege = new Privilege(model, new PrivilegeOptions { Names = [], Permissions = ["read:*"] });

        Assert.Equal(
            [
                "group:grp_finance:member", "role:rol_accountant:assigned", "scope:https://billing/:read:invoices:granted", "scope:https://other/:read:invoices:granted",
            ],
            model.Rights.Where(right => privilege.Is(right.Index)).Select(right => right.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["auth0|ada", "auth0|bob"], model.People.Where(privilege.Has).Select(account => account.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_people_reach_is_the_same_expanded_or_not(bool isExpanded)
    {
        using var reader = SampleTenant.Open(new SampleTenant().Write(_folder.File("a.db"), isExpanded));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = AccessModel.Load(list, CancellationToken.None);
        var ada = model.People.Single(account => account.Id == "auth0|ada");

        Assert.Equal(
            ["group:grp_finance:member", "group:grp_staff:member", "role:rol_accountant:assigned", "scope:https://billing/:read:invoices:granted"],
            ada.Reached.Select(right => model.Rights[right].Id).Order(StringComparer.Ordinal));
        var scope = model.Rights.Single(right => right.Id == "scope:https://billing/:read:invoices:granted");
        Assert.Equal(
            ["group:grp_finance:member", "role:rol_accountant:assigned", scope.Id],
            model.ShortestWay(ada, scope.Index).Select(right => model.Rights[right].Id));
    }

    private static FindingOptions Days(double days) =>
        Options("inactive-with-access", new RuleOptions { Thresholds = new Dictionary<string, double> { ["days"] = days } });

    private static FindingOptions Options(string rule, RuleOptions options) => new() { Rules = new Dictionary<string, RuleOptions> { [rule] = options } };

    private IReadOnlyList<FindingRow> Rows(SampleTenant tenant, string rule, FindingOptions? options = null) =>
        Search(tenant, options).SingleOrDefault(finding => finding.Rule.Id == rule)?.Rows ?? [];

    private IReadOnlyList<Finding> Search(SampleTenant tenant, FindingOptions? options = null)
    {
        using var reader = SampleTenant.Open(tenant.Write(_folder.File(Guid.NewGuid().ToString("N") + ".db")));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var model = AccessModel.Load(list, CancellationToken.None);
        options ??= new FindingOptions();
        return FindingSearch.In(model, new Privilege(model, options.Privileged), options, CancellationToken.None);
    }
}
