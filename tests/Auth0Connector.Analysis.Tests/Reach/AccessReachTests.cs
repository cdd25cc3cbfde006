using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Analysis.Tests.Reach;

public sealed class AccessReachTests : IDisposable
{
    private const string ReadInvoices = "scope:https://billing/:read:invoices:granted";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_person_reaches_the_same_by_the_same_ways_expanded_or_not(bool isExpanded)
    {
        var reached = Reach(new SampleTenant(), isExpanded, "auth0|ada");

        Assert.Equal(
            [
                "group:grp_finance:member",
                "group:grp_finance:member > group:grp_staff:member",
                "group:grp_finance:member > role:rol_accountant:assigned",
                "group:grp_finance:member > role:rol_accountant:assigned > " + ReadInvoices,
            ],
            reached);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everybody_who_reaches_a_permission_is_found_with_the_way(bool isExpanded)
    {
        Assert.Equal(
            [
                "auth0|ada: group:grp_finance:member > role:rol_accountant:assigned > " + ReadInvoices,
                "auth0|bob: role:rol_accountant:assigned > " + ReadInvoices,
            ],
            Who(new SampleTenant(), isExpanded, "scope", "https://billing/:read:invoices"));
    }

    [Fact]
    public void A_thing_reached_directly_and_by_a_group_has_both_ways()
    {
        var tenant = new SampleTenant().Grant("role:rol_accountant:assigned", "user", "auth0|ada");

        var reached = Reach(tenant, isExpanded: true, "auth0|ada");

        Assert.Contains("role:rol_accountant:assigned", reached);
        Assert.Contains("group:grp_finance:member > role:rol_accountant:assigned", reached);
        Assert.Contains("role:rol_accountant:assigned > " + ReadInvoices, reached);
        Assert.Contains("group:grp_finance:member > role:rol_accountant:assigned > " + ReadInvoices, reached);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_shallow_passage_lets_only_direct_holders_through(bool isExpanded)
    {
        var tenant = new SampleTenant().Grant(
            "scope:https://billing/:write:invoices:granted", "role", "rol_accountant", passesOn: "role:rol_accountant:assigned", isShallow: true);

        Assert.Equal(
            ["auth0|bob: role:rol_accountant:assigned > scope:https://billing/:write:invoices:granted"],
            Who(tenant, isExpanded, "scope", "https://billing/:write:invoices"));
        Assert.DoesNotContain(Reach(tenant, isExpanded, "auth0|ada"), path => path.Contains("write:invoices", StringComparison.Ordinal));
        Assert.Contains(Reach(tenant, isExpanded, "auth0|bob"), path => path.Contains("write:invoices", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_in_a_circle_come_to_an_end()
    {
        var tenant = new SampleTenant().Grant("group:grp_finance:member", "group", "grp_staff", passesOn: "group:grp_staff:member");

        Assert.Contains("group:grp_staff:member > group:grp_finance:member > role:rol_accountant:assigned", Reach(tenant, isExpanded: false, "auth0|bob"));
        Assert.Contains("auth0|bob: group:grp_staff:member > group:grp_finance:member", Who(tenant, isExpanded: false, "group", "grp_finance"));
    }

    [Fact]
    public void What_an_expansion_recorded_counts_where_its_cause_is_gone()
    {
        var tenant = new SampleTenant().Grant("role:rol_admin:assigned", "user", "auth0|dan", source: "group:grp_staff:member");

        Assert.Equal(["recorded group:grp_staff:member > role:rol_admin:assigned"], Reach(tenant, isExpanded: false, "auth0|dan"));
        Assert.Equal(["auth0|dan: recorded group:grp_staff:member > role:rol_admin:assigned"], Who(tenant, isExpanded: false, "role", "rol_admin"));
    }

    [Fact]
    public void The_scopes_of_a_role_in_the_go_connectors_files_reach_its_holders()
    {
        var tenant = new SampleTenant()
            .Thing("role", "rol_go", "Go", "assigned", "has_permission")
            .Thing("scope", "https://go/:read", "Go/read")
            .Grant("role:rol_go:assigned", "user", "auth0|dan")
            .Grant("role:rol_go:has_permission", "scope", "https://go/:read");

        Assert.Equal(["role:rol_go:assigned", "role:rol_go:assigned > scope:https://go/:read:granted"], Reach(tenant, isExpanded: false, "auth0|dan"));
        Assert.Equal(["auth0|dan: role:rol_go:assigned > scope:https://go/:read:granted"], Who(tenant, isExpanded: false, "scope", "https://go/:read"));
    }

    [Fact]
    public void Who_holds_nothing_reaches_nothing() => Assert.Empty(Reach(new SampleTenant(), isExpanded: false, "auth0|dan"));

    private List<string> Reach(SampleTenant tenant, bool isExpanded, string user)
    {
        using var reader = SampleTenant.Open(tenant.Write(_folder.File("a.c1z"), isExpanded));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var reached = AccessReach.Open(list, default).Of("user", user, default);
        return [.. reached.SelectMany(one => one.Paths).Select(Text).Order(StringComparer.Ordinal)];
    }

    private List<string> Who(SampleTenant tenant, bool isExpanded, string type, string id)
    {
        using var reader = SampleTenant.Open(tenant.Write(_folder.File("a.c1z"), isExpanded));
        using var list = new AccessList(reader, reader.CurrentSync!);
        var reach = AccessReach.Open(list, default);
        return [.. reach.Who(reach.TargetsOn(type, id, default), default).Select(holder => $"{holder.Principal.Id.Resource}: {Text(holder.Path)}").Order(StringComparer.Ordinal)];
    }

    private static string Text(ReachPath path) =>
        (path.IsRecorded ? "recorded " : string.Empty) + string.Join(" > ", path.Steps.Select(step => step.EntitlementId));
}
