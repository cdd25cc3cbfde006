using Auth0Connector.MockTenant;

namespace Auth0Connector.Sync.Tests;

/// <summary>Everything that a sync with permissions reads, as facts by area: as they are in a tenant, or as they stand in a file.</summary>
public sealed class AccessFacts
{
    private readonly SortedDictionary<string, HashSet<string>> _areas = new(StringComparer.Ordinal);

    /// <summary>The areas that a part's skip leaves out, by the part's words.</summary>
    public static IReadOnlyDictionary<string, string[]> AreasOfSkips { get; } = new Dictionary<string, string[]>
    {
        ["groups"] = ["groups", "group members", "group roles", "organization group roles"],
        ["roles held by groups"] = ["group roles"],
        ["roles held by groups inside organizations"] = ["organization group roles"],
        ["roles held inside organizations"] = ["member roles"],
        ["applications"] = ["client grants"],
        ["what applications may ask of APIs"] = ["client grants"],
    };

    public IEnumerable<string> Areas => _areas.Keys;

    public IReadOnlySet<string> this[string area] => _areas[area];

    /// <summary>What is true now, applications and APIs included.</summary>
    public static AccessFacts Of(TenantTruth truth)
    {
        var facts = new AccessFacts();
        facts.Add(
            truth.Users, truth.Roles, truth.Organizations, truth.RoleAssignments, truth.Memberships, truth.Groups,
            truth.GroupMembers, truth.GroupRoles, truth.OrganizationGroupRoles, truth.RolePermissions, truth.UserPermissions);
        facts.Put("APIs", truth.ResourceServers.Select(server => server.Id));
        facts.Put("scopes", truth.Scopes.Select(scope => $"{scope.Identifier}:{scope.Value}"));
        var scopesOf = truth.Scopes.ToLookup(scope => scope.Identifier, scope => scope.Value);
        facts.Put(
            "client grants",
            from grant in truth.ClientGrants
            where grant.ClientId is not null
            from scope in grant.AllowAllScopes ? scopesOf[grant.Audience] : grant.Scopes
            select $"{grant.Audience}:{scope} {grant.ClientId}");
        return facts;
    }

    /// <summary>What was true over a time.</summary>
    public static AccessFacts Of(TruthSpan span)
    {
        var facts = new AccessFacts();
        facts.Add(
            span.Users, span.Roles, span.Organizations, span.RoleAssignments, span.Memberships, span.Groups,
            span.GroupMembers, span.GroupRoles, span.OrganizationGroupRoles, span.RolePermissions, span.UserPermissions);
        return facts;
    }

    /// <summary>What stands in a file.</summary>
    public static AccessFacts Of(SyncContent content)
    {
        var facts = new AccessFacts();
        facts.Put("users", content.IdsOf("user"));
        facts.Put("roles", content.IdsOf("role"));
        facts.Put("organizations", content.IdsOf("organization"));
        facts.Put("groups", content.IdsOf("group"));
        facts.Put("APIs", content.IdsOf("resource_server"));
        facts.Put("scopes", content.IdsOf("scope"));
        facts.Put("role holders", Pairs(content.GrantsOf("role", "assigned")));
        facts.Put("members", Pairs(content.GrantsOf("organization", "member")));
        facts.Put("group members", Pairs(content.GrantsOf("group", "member")).Concat(Pairs(content.GrantsOf("group", "member", "group"))));
        facts.Put("group roles", Pairs(content.GrantsOf("role", "assigned", "group")));
        facts.Put("role permissions", Pairs(content.GrantsOf("scope", "granted", "role")));
        facts.Put("user permissions", Pairs(content.GrantsOf("scope", "granted")));
        facts.Put("client grants", Pairs(content.GrantsOf("scope", "granted", "client")));
        facts.Put("member roles", Inside(content, "user"));
        facts.Put("organization group roles", Inside(content, "group"));
        return facts;
    }

    /// <summary>What is in one and not in the other, by area; areas that are passed over do not count.</summary>
    public IEnumerable<string> Except(AccessFacts other, IReadOnlySet<string>? passedOver = null) =>
        from area in _areas
        where passedOver?.Contains(area.Key) != true && other._areas.ContainsKey(area.Key)
        from fact in area.Value
        where !other._areas[area.Key].Contains(fact)
        select $"{area.Key}: {fact}";

    private void Add(
        IEnumerable<TruthUser> users,
        IEnumerable<TruthRole> roles,
        IEnumerable<TruthOrganization> organizations,
        IEnumerable<TruthRoleAssignment> assignments,
        IEnumerable<TruthMembership> memberships,
        IEnumerable<TruthGroup> groups,
        IEnumerable<TruthGroupMember> groupMembers,
        IEnumerable<TruthGroupRole> groupRoles,
        IEnumerable<TruthOrganizationGroupRole> organizationGroupRoles,
        IEnumerable<TruthRoleScope> permissions,
        IEnumerable<TruthUserScope> userPermissions)
    {
        var members = memberships.ToList();
        Put("users", users.Select(user => user.Id));
        Put("roles", roles.Select(role => role.Id));
        Put("organizations", organizations.Select(organization => organization.Id));
        Put("role holders", assignments.Select(held => $"{held.RoleId} {held.UserId}"));
        Put("members", members.Select(member => $"{member.OrganizationId} {member.UserId}"));
        Put("member roles", members.SelectMany(member => member.RoleIds.Select(role => $"organization:{member.OrganizationId}:{role} {member.UserId}")));
        Put("groups", groups.Select(group => group.Id));
        Put("group members", groupMembers.Select(member => $"{member.GroupId} {member.MemberId}"));
        Put("group roles", groupRoles.Select(held => $"{held.RoleId} {held.GroupId}"));
        Put("organization group roles", organizationGroupRoles.Select(held => $"organization:{held.OrganizationId}:{held.RoleId} {held.GroupId}"));
        Put("role permissions", permissions.Select(held => $"{held.Identifier}:{held.Scope} {held.RoleId}"));
        Put("user permissions", userPermissions.Select(held => $"{held.Identifier}:{held.Scope} {held.UserId}"));
    }

    private static IEnumerable<string> Pairs(IEnumerable<(string Resource, string Principal)> grants) =>
        grants.Select(grant => $"{grant.Resource} {grant.Principal}");

    private static IEnumerable<string> Inside(SyncContent content, string principalType) => content.Grants
        .Where(grant => grant.ResourceTypeId == "organization" && grant.PrincipalTypeId == principalType
            && grant.EntitlementId != $"organization:{grant.ResourceId}:member" && SyncContent.IsDirect(grant))
        .Select(grant => $"{grant.EntitlementId} {grant.PrincipalId}");

    private void Put(string area, IEnumerable<string> facts) => _areas[area] = [.. facts];
}
