using Auth0Connector.MockTenant.Churn;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Truth;
using ConnectionTable = Auth0Connector.MockTenant.Users.Connections;

namespace Auth0Connector.MockTenant;

/// <summary>
/// What is true in the tenant, computed while it is enumerated. Deleted people are in none of these, though the API
/// still names them in memberships.
/// </summary>
public sealed class TenantTruth
{
    private readonly TenantModel _model;

    private readonly ChurnRecord _record;

    internal TenantTruth(TenantModel model, MockTenantOptions options)
    {
        _model = model;
        _record = new ChurnRecord(options, this);
        _record.Start();
    }

    /// <summary>What was there from the start, or the last reset, until now.</summary>
    public TruthSpan Throughout => _record.Throughout;

    /// <summary>What was there at some time since the start, or the last reset.</summary>
    public TruthSpan Ever => _record.Ever;

    /// <summary>Where changes are told to.</summary>
    internal ChurnRecord Record => _record;

    /// <summary>People who exist, listed by search or not.</summary>
    public int UserCount => _model.Users.Existing.Count();

    /// <summary>People that search and export know.</summary>
    public int ListedUserCount => _model.Users.InSearch(0, _model.Users.Listed).Count();

    /// <summary>Everybody who exists.</summary>
    public IEnumerable<TruthUser> Users => _model.Users.Existing.Select(x => UserTruth.Of(_model.Users, x));

    /// <summary>Roles of the tenant; those that an organization owns are in <see cref="OrganizationOwnedRoles"/>.</summary>
    public IEnumerable<TruthRole> Roles => _model.Roles.Existing
        .Select(x => new TruthRole(_model.Roles.IdAt(x), _model.Roles.NameOf(x), RoleModel.DescriptionOf(x), null));

    /// <summary>Roles that an organization owns.</summary>
    public IEnumerable<TruthRole> OrganizationOwnedRoles =>
        from x in _model.Organizations.Existing
        let id = _model.Organizations.OwnedRoleOf(x)
        where id is not null
        select new TruthRole(
            id, OrganizationModel.OwnedRoleName(x), "Belongs to one organization", _model.Organizations.IdAt(x));

    /// <summary>Organizations.</summary>
    public IEnumerable<TruthOrganization> Organizations => _model.Organizations.Existing.Select(x => new TruthOrganization(
        _model.Organizations.IdAt(x), _model.Organizations.NameOf(x), _model.Organizations.DisplayNameOf(x)));

    /// <summary>Who holds which role in the whole tenant, directly.</summary>
    public IEnumerable<TruthRoleAssignment> RoleAssignments =>
        from role in _model.Roles.Existing
        let id = _model.Roles.IdAt(role)
        from user in People(_model.Roles.MembersOf(role))
        select new TruthRoleAssignment(id, user.Id);

    /// <summary>Who is a member of which organization, and with which roles.</summary>
    public IEnumerable<TruthMembership> Memberships =>
        from organization in _model.Organizations.Existing
        let id = _model.Organizations.IdAt(organization)
        from user in People(_model.Organizations.MembersOf(organization))
        let roles = _model.Organizations.RolesOf(organization, user.Index).Select(x => x.Id)
        select new TruthMembership(id, user.Id, [.. roles]);

    /// <summary>Groups.</summary>
    public IEnumerable<TruthGroup> Groups => _model.Groups.Existing.Select(x => new TruthGroup(
        _model.Groups.IdAt(x),
        GroupModel.NameOf(x),
        _model.Groups.OrganizationOf(x) is >= 0 and var owner ? _model.Organizations.IdAt(owner) : null));

    /// <summary>People and groups in groups, directly.</summary>
    public IEnumerable<TruthGroupMember> GroupMembers
    {
        get
        {
            foreach (var group in _model.Groups.Existing)
            {
                var id = _model.Groups.IdAt(group);
                if (_model.Groups.NestedIn(group) is >= 0 and var nested)
                {
                    yield return new TruthGroupMember(id, _model.Groups.IdAt(nested), "group");
                }

                foreach (var user in People(_model.Groups.UsersOf(group)))
                {
                    yield return new TruthGroupMember(id, user.Id, "user");
                }
            }
        }
    }

    /// <summary>Roles that groups hold in the whole tenant.</summary>
    public IEnumerable<TruthGroupRole> GroupRoles =>
        from x in _model.Groups.Existing
        from role in _model.Groups.RolesOf(x)
        select new TruthGroupRole(_model.Groups.IdAt(x), _model.Roles.IdAt(role));

    /// <summary>Roles that groups hold inside organizations.</summary>
    public IEnumerable<TruthOrganizationGroupRole> OrganizationGroupRoles =>
        from organization in _model.Organizations.Existing
        from x in _model.Groups.GroupsIn(organization)
        from role in _model.Groups.RolesIn(organization, x)
        select new TruthOrganizationGroupRole(
            _model.Organizations.IdAt(organization), _model.Groups.IdAt(x), _model.Roles.IdAt(role));

    /// <summary>APIs, the system's first.</summary>
    public IEnumerable<TruthResourceServer> ResourceServers => Range(_model.Permissions.ServerCount).Select(x =>
        new TruthResourceServer(
            _model.Permissions.ServerId(x), _model.Permissions.Identifier(x), PermissionModel.ServerName(x), x == 0));

    /// <summary>Scopes of all APIs.</summary>
    public IEnumerable<TruthScope> Scopes =>
        from x in Range(_model.Permissions.ServerCount)
        from scope in Range(_model.Permissions.ScopeCount(x))
        select new TruthScope(
            _model.Permissions.Identifier(x), _model.Permissions.ScopeValue(x, scope), PermissionModel.ScopeDescription(x, scope));

    /// <summary>Permissions that roles hold.</summary>
    public IEnumerable<TruthRoleScope> RolePermissions =>
        from role in _model.Roles.Existing
        from held in Held(_model.Roles.IdAt(role), _model.Permissions.OfRole(role))
        select held;

    /// <summary>Permissions of roles that an organization owns.</summary>
    public IEnumerable<TruthRoleScope> OrganizationOwnedRolePermissions =>
        from organization in _model.Organizations.Existing
        let role = _model.Organizations.OwnedRoleOf(organization)
        where role is not null
        from held in Held(role, _model.Permissions.OfOwnedRole(organization))
        select held;

    /// <summary>Permissions that people hold directly.</summary>
    public IEnumerable<TruthUserScope> UserPermissions =>
        from user in _model.Users.Existing
        from held in _model.Permissions.DirectOf(user)
        let permission = _model.Permissions.At(held)
        select new TruthUserScope(
            _model.Users.IdOf(user),
            _model.Permissions.Identifier(permission.Server),
            _model.Permissions.ScopeValue(permission.Server, permission.Scope));

    /// <summary>Applications, without the tenant's global client.</summary>
    public IEnumerable<TruthClient> Clients => Range(_model.Clients.Count).Select(x => new TruthClient(
        _model.Clients.IdAt(x), ClientModel.NameOf(x), ClientModel.TypeOf(x), ClientModel.IsFirstParty(x)));

    /// <summary>What applications may call.</summary>
    public IEnumerable<TruthClientGrant> ClientGrants => _model.Clients.Grants().Select(x => new TruthClientGrant(
        x.Id, x.ClientId, x.Audience, x.Scopes, x.AllowAllScopes, x.SubjectType, x.DefaultFor));

    /// <summary>Client grants that organizations were given.</summary>
    public IEnumerable<TruthOrganizationClientGrant> OrganizationClientGrants =>
        from organization in _model.Organizations.Existing
        from grant in _model.Clients.OfOrganization(organization)
        select new TruthOrganizationClientGrant(_model.Organizations.IdAt(organization), grant.Id);

    /// <summary>What people allowed applications to do in their name.</summary>
    public IEnumerable<TruthConsent> Consents => _model.Consents.Existing.Select(_model.Consents.At);

    /// <summary>Connections of an organization where whoever signs in becomes a member.</summary>
    public IEnumerable<TruthAutomaticMembership> AutomaticMemberships =>
        from organization in _model.Organizations.Existing
        where OrganizationModel.HasAutomaticMembership(organization)
        select new TruthAutomaticMembership(_model.Organizations.IdAt(organization), ConnectionTable.NameAt(OrganizationModel.AutomaticConnection));

    /// <summary>Connections.</summary>
    public IEnumerable<TruthConnection> Connections => Range(ConnectionTable.Count).Select(x => new TruthConnection(
        _model.Connections.IdAt(x), ConnectionTable.NameAt(x), ConnectionTable.StrategyAt(x)));

    /// <summary>Applications that connections sign people in to.</summary>
    public IEnumerable<TruthConnectionClient> ConnectionClients =>
        from connection in Range(ConnectionTable.Count)
        from client in _model.Clients.OfConnection(connection)
        select new TruthConnectionClient(_model.Connections.IdAt(connection), _model.Clients.IdAt(client));

    /// <summary>Connections that are enabled for organizations.</summary>
    public IEnumerable<TruthOrganizationConnection> OrganizationConnections =>
        from organization in _model.Organizations.Existing
        from connection in OrganizationModel.ConnectionsOf(organization)
        select new TruthOrganizationConnection(_model.Organizations.IdAt(organization), _model.Connections.IdAt(connection));

    /// <summary>Domains that organizations have proven.</summary>
    public IEnumerable<TruthOrganizationDomain> OrganizationDomains =>
        from organization in _model.Organizations.Existing
        let domain = _model.Organizations.DomainOf(organization)
        where domain is not null
        select new TruthOrganizationDomain(_model.Organizations.IdAt(organization), domain);

    /// <summary>Applications that organizations were given.</summary>
    public IEnumerable<TruthOrganizationClient> OrganizationClients =>
        from organization in _model.Organizations.Existing
        from client in _model.Clients.GivenTo(organization)
        select new TruthOrganizationClient(_model.Organizations.IdAt(organization), _model.Clients.IdAt(client));

    /// <summary>The last password that was given to a person since the start; null where none was. For tests in the same process.</summary>
    public string? PasswordOf(string userId) => _model.Passwords.GetValueOrDefault(userId);

    /// <summary>People whose sessions and refresh tokens were ended, as often as it was asked for.</summary>
    public IEnumerable<TruthEndedAccess> EndedAccess => _model.EndedAccess.Select(x => new TruthEndedAccess(x));

    private IEnumerable<TruthRoleScope> Held(string role, MemberSet set) =>
        from position in Range(set.Count)
        let permission = _model.Permissions.At(set.At(position))
        select new TruthRoleScope(
            role,
            _model.Permissions.Identifier(permission.Server),
            _model.Permissions.ScopeValue(permission.Server, permission.Scope));

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private IEnumerable<(string Id, int Index)> People(MemberSet set)
    {
        for (var position = 0; position < set.Count; position++)
        {
            var user = set.At(position);
            if (_model.Users.Exists(user))
            {
                yield return (_model.Users.IdOf(user), user);
            }
        }
    }
}
