using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>The table of what can be granted, held against what the other tests try.</summary>
public sealed class AccessKindsTests
{
    private static readonly IReadOnlyList<AccessTarget> Targets =
    [
        new AccessTarget.TenantRole("rol_1"),
        new AccessTarget.Membership("org_1"),
        new AccessTarget.OrganizationRole("org_1", "rol_1"),
        new AccessTarget.ApiScope("https://api", "read:x"),
    ];

    private static IEnumerable<AccessChange> Everything =>
        from isGrant in new[] { true, false }
        from principal in Enum.GetValues<PrincipalType>()
        from target in Targets
        select new AccessChange(isGrant, principal, "auth0|a/b", target);

    [Fact]
    public async Task Every_kind_of_the_table_is_among_those_that_are_granted_and_taken_here()
    {
        await using var tenant = await WritableTenant.StartAsync();

        Assert.Equal(AccessKinds.All, ChangeKinds.Of(tenant).Select(change => change.Kind).Distinct().OrderBy(kind => AccessKinds.All.ToList().IndexOf(kind)));
    }

    [Fact]
    public void What_the_table_does_not_hold_is_refused_and_named()
    {
        var impossible = Everything.Where(change => !AccessKinds.All.Any(kind => kind.Principal == change.PrincipalType && kind.Target == change.Target.GetType())).ToList();

        Assert.Equal(2 * ((3 * Targets.Count) - AccessKinds.All.Count), impossible.Count);
        Assert.All(impossible, change =>
        {
            Assert.False(change.IsPossible);
            Assert.Contains(change.Target.Describe(), Assert.Throws<ProvisioningException>(change.Check).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_change_comes_back_from_its_line_as_it_was()
    {
        Assert.All(Everything.Where(change => change.IsPossible), change => Assert.Equal(change, AccessChange.Of(change.ToLine())));
        Assert.All(Everything.Where(change => !change.IsPossible), change => Assert.Null(AccessChange.Of(change.ToLine())));
    }

    [Fact]
    public void Every_kind_says_which_scopes_it_needs_in_words_of_its_own()
    {
        var needs = Everything.Where(change => change.IsPossible).Select(change => (change.Kind, Needs: change.Kind.Needs(change.IsGrant))).ToList();

        Assert.All(needs, need => Assert.All(need.Needs.SelectMany(x => x.Alternatives).SelectMany(set => set), scope => Assert.DoesNotContain(AccessKind.Verb, scope, StringComparison.Ordinal)));
        Assert.Equal(needs.Count, needs.Select(need => need.Needs[0].What).Distinct(StringComparer.Ordinal).Count());
    }
}
