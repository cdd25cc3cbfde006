namespace Auth0Connector.MockTenant.Limits;

/// <summary>The documented buckets as a table (auth0.com/docs, rate-limit configurations, August 2026).</summary>
internal static class RatePlans
{
    public static IReadOnlyList<Row> RowsOf(RatePlan plan) => plan switch
    {
        RatePlan.None => [],
        RatePlan.Free => [PerSecond("Global", 2, 2), PerSecond("Token", 30, 30, LimitGroup.Token)],
        RatePlan.PrivateCloud =>
        [
            PerSecond("Global", 50, 100),
            PerMinute("Organizations list", 10, 100, LimitGroup.Organizations),
            PerMinute("Organization read", 40, 500, LimitGroup.Organization),
            PerMinute("Organization members read", 20, 200, LimitGroup.OrganizationMembers),
            PerMinute("Organization member roles read", 20, 200, LimitGroup.MemberRoles),
            PerMinute("Organization client grants read", 10, 100, LimitGroup.OrganizationClientGrants),
        ],
        RatePlan.Professional =>
        [
            PerMinute("Global", 10, 150),
            PerMinute("Users read", 40, 500, LimitGroup.Users),
            PerMinute("Users write", 20, 200, LimitGroup.UserWrites),
            PerMinute("Organization members write", 20, 200, LimitGroup.MemberWrites),
            PerMinute("Organization member roles write", 20, 200, LimitGroup.MemberRoleWrites),
            PerMinute("Organizations list", 5, 50, LimitGroup.Organizations),
            PerMinute("Organization read", 20, 200, LimitGroup.Organization),
            PerMinute("Organization members read", 20, 200, LimitGroup.OrganizationMembers),
            PerMinute("Organization member roles read", 20, 200, LimitGroup.MemberRoles),
            PerMinute("Organization connections read", 5, 50, LimitGroup.OrganizationConnections),
            PerMinute("Organization client grants read", 10, 100, LimitGroup.OrganizationClientGrants),
            PerMinute("Clients read", 5, 100, LimitGroup.Clients),
            PerMinute("Clients search", 5, 150, LimitGroup.ClientSearch),
            PerMinute("Connections read", 5, 50, LimitGroup.Connections),
        ],
        RatePlan.Enterprise =>
        [
            PerSecond("Global", 50, 16),
            PerMinute("Organization members write", 20, 200, LimitGroup.MemberWrites),
            PerMinute("Organization member roles write", 20, 200, LimitGroup.MemberRoleWrites),
            PerMinute("Organizations list", 10, 100, LimitGroup.Organizations),
            PerMinute("Organization read", 10, 100, LimitGroup.Organization),
            PerMinute("Organization members read", 40, 500, LimitGroup.OrganizationMembers),
            PerMinute("User organizations read", 40, 500, LimitGroup.UserOrganizations),
            PerMinute("Organization member roles read", 20, 200, LimitGroup.MemberRoles),
            PerMinute("Organization connections read", 10, 100, LimitGroup.OrganizationConnections),
            PerMinute("Organization client grants read", 10, 100, LimitGroup.OrganizationClientGrants),
            PerMinute("Clients search", 5, 150, LimitGroup.ClientSearch),
            PerSecond("Token", 100, 100, LimitGroup.Token),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, null),
    };

    private static Row PerSecond(string name, int burst, double perSecond, params LimitGroup[] groups) =>
        new(name, burst, perSecond, groups);

    private static Row PerMinute(string name, int burst, double perMinute, params LimitGroup[] groups) =>
        new(name, burst, perMinute / 60, groups);

    /// <summary>One bucket; without groups, the one that all other endpoints share.</summary>
    internal sealed record Row(string Name, int Burst, double PerSecond, IReadOnlyList<LimitGroup> Groups);
}
