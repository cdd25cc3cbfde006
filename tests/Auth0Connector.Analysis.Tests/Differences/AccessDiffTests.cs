using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.Analysis.Differences;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Tests.Differences;

public sealed class AccessDiffTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void People_roles_and_grants_that_came_and_went_are_named()
    {
        var after = new SampleTenant().Without("auth0|carol").Person("auth0|eve", "Eve", "eve@example.com").Grant("role:rol_admin:assigned", "user", "auth0|eve");

        Compare(new SampleTenant(), after, diff =>
        {
            Assert.Equal(["Added auth0|eve", "Removed auth0|carol"], diff.Resources(default).Select(change => $"{change.Kind} {change.Resource.Id.Resource}"));
            Assert.Empty(diff.Entitlements(default));
            Assert.Equal(["role:rol_admin:assigned:user:auth0|eve"], diff.Grants(RowChange.Added, default).Select(change => change.Grant.Id));
            Assert.Equal(
                ["organization:org_acme:member", "organization:org_acme:rol_admin"],
                diff.Grants(RowChange.Removed, default).Select(change => change.Entitlement.Id).Order(StringComparer.Ordinal));
            Assert.Equal("Carol", diff.Grants(RowChange.Removed, default).First().Principal.DisplayName);
        });
    }

    [Fact]
    public void A_person_who_changed_shows_each_field()
    {
        Compare(new SampleTenant(), new SampleTenant().Person("auth0|bob", "Robert", "bob@example.com", isBlocked: true), diff =>
        {
            var change = diff.Resources(default).Single();
            Assert.Equal(RowChange.Changed, change.Kind);
            Assert.Contains(new FieldDifference("displayName", "Bob", "Robert"), change.Fields);
            Assert.Contains(new FieldDifference("status.status", "RESOURCE_STATUS_ENABLED", "RESOURCE_STATUS_DISABLED"), change.Fields);
            Assert.Contains(new FieldDifference("profile.first_name", "Bob", "Robert"), change.Fields);
            Assert.False(change.IsActivity);
        });
    }

    [Fact]
    public void A_grant_that_passes_something_else_on_is_changed()
    {
        var before = new SampleTenant().Grant("role:rol_admin:assigned", "group", "grp_staff");
        var after = new SampleTenant().Grant("role:rol_admin:assigned", "group", "grp_staff", passesOn: "group:grp_staff:member");

        Compare(before, after, diff =>
        {
            var change = diff.Grants(RowChange.Changed, default).Single();
            Assert.Contains(new FieldDifference("expandable.entitlementIds[0]", null, "group:grp_staff:member"), change.Fields);
            Assert.Empty(diff.GrantMessages(RowChange.Changed, default));
        });
    }

    [Fact]
    public void Two_syncs_of_the_same_tenant_do_not_differ() => Compare(new SampleTenant(), new SampleTenant(), diff =>
    {
        Assert.Empty(diff.Resources(default));
        Assert.Empty(diff.Entitlements(default));
        Assert.All(Enum.GetValues<RowChange>(), which => Assert.Empty(diff.Grants(which, default)));
    });

    [Theory]
    [InlineData("UserTrait.lastLogin", true)]
    [InlineData("profile.logins_count", true)]
    [InlineData("profile.email", false)]
    [InlineData("profile.last_login_place", false)]
    public void Mere_use_is_told_apart_from_changes(string field, bool isActivity) =>
        Assert.Equal(isActivity, new FieldDifference(field, "1", "2").IsActivity);

    private void Compare(SampleTenant before, SampleTenant after, Action<AccessDiff> check)
    {
        using var former = SampleTenant.Open(before.Write(_folder.File("before.c1z")));
        using var later = SampleTenant.Open(after.Write(_folder.File("after.c1z")));
        using var formerList = new AccessList(former, former.CurrentSync!);
        using var laterList = new AccessList(later, later.CurrentSync!);
        using var comparison = SyncComparison.Open(former, former.CurrentSync!, later, later.CurrentSync!);
        check(new AccessDiff(formerList, laterList, comparison));
    }
}
