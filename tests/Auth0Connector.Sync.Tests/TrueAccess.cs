using Auth0Connector.MockTenant;

namespace Auth0Connector.Sync.Tests;

/// <summary>Who reaches what in a mock tenant, worked out from its ground truth and not from any file.</summary>
public sealed class TrueAccess(TenantTruth truth)
{
    private readonly ILookup<string, TruthGroupMember> _members = truth.GroupMembers.ToLookup(member => member.GroupId);

    public IEnumerable<(string Resource, string Principal)> RoleHolders =>
        truth.RoleAssignments.Select(held => (held.RoleId, held.UserId))
            .Concat(truth.GroupRoles.SelectMany(held => PeopleIn(held.GroupId).Select(user => (held.RoleId, user))))
            .Distinct();

    /// <summary>Direct holders of roles inside organizations, as organization, role and user.</summary>
    public IEnumerable<(string Organization, string Role, string User)> OrganizationRoles =>
        truth.Memberships.SelectMany(member => member.RoleIds.Select(role => (member.OrganizationId, role, member.UserId)));

    /// <summary>Everybody with a role inside an organization, groups included.</summary>
    public IEnumerable<(string Organization, string Role, string User)> OrganizationRoleHolders =>
        OrganizationRoles
            .Concat(truth.OrganizationGroupRoles.SelectMany(held => PeopleIn(held.GroupId).Select(user => (held.OrganizationId, held.RoleId, user))))
            .Distinct();

    public IEnumerable<(string Scope, string User)> ScopeHolders
    {
        get
        {
            var scopes = truth.RolePermissions.ToLookup(held => held.RoleId, held => $"{held.Identifier}:{held.Scope}");
            return RoleHolders.SelectMany(held => scopes[held.Resource].Select(scope => (scope, held.Principal)))
                .Concat(truth.UserPermissions.Select(held => ($"{held.Identifier}:{held.Scope}", held.UserId)))
                .Distinct();
        }
    }

    /// <summary>People in a group and in the groups inside it, each once, also where groups hold each other.</summary>
    public IReadOnlyCollection<string> PeopleIn(string group)
    {
        var people = new HashSet<string>();
        var seen = new HashSet<string> { group };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var current))
        {
            foreach (var member in _members[current])
            {
                if (member.MemberType == "user")
                {
                    people.Add(member.MemberId);
                }
                else if (seen.Add(member.MemberId))
                {
                    next.Enqueue(member.MemberId);
                }
            }
        }

        return people;
    }
}
