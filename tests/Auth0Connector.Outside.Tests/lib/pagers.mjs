// Every pager of the SDK that the mock has an endpoint for: what it is asked of, what it must bring by the ground truth,
// how it is opened, and what names a row. Parents are picked, so that a run stays short.
const permission = (row) => `${row.resource_server_identifier} ${row.permission_name}`;
const member = (row) => `${row.user_id} ${row.roles.map((role) => role.id).sort()}`;
const id = (row) => row.id;
const userId = (row) => row.user_id;
const clientId = (row) => row.client_id;
const connectionId = (row) => row.connection_id;

const each = (values) => values.map((value) => [value]);
const people = (truth, pick) => each(pick(truth.listedUsers()));
const roles = (truth, pick) => each(pick(truth.ids('roles')));
const organizations = (truth, pick) => each(pick(truth.ids('organizations')));
const groups = (truth, pick) => each(pick(truth.ids('groups')));
const alone = () => [[]];
const number = { number: true };

// number: pages by number, whose size is per_page; otherwise cursors, whose size is take.
export const pagers = [
  {
    name: 'users', ...number,
    parents: alone,
    truth: (truth) => truth.listedUsers(),
    open: (api, page) => api.users.list(page),
    row: userId,
  },
  {
    name: 'user roles', ...number,
    parents: people,
    truth: (truth, user) => truth.of('role-assignments', { user_id: user }, 'role_id'),
    open: (api, page, user) => api.users.roles.list(user, page),
    row: id,
  },
  {
    name: 'user permissions', ...number,
    parents: people,
    truth: (truth, user) => truth.permissionsOf(user),
    open: (api, page, user) => api.users.permissions.list(user, page),
    row: permission,
  },
  {
    name: 'user organizations', ...number,
    parents: people,
    truth: (truth, user) => truth.of('memberships', { user_id: user }, 'organization_id'),
    open: (api, page, user) => api.users.organizations.list(user, page),
    row: id,
  },
  {
    name: 'user groups',
    parents: people,
    truth: (truth, user) => truth.of('group-members', { member_id: user }, 'group_id'),
    open: (api, page, user) => api.users.groups.get(user, page),
    row: id,
  },
  {
    name: 'roles', ...number,
    parents: alone,
    truth: (truth) => truth.ids('roles'),
    open: (api, page) => api.roles.list(page),
    row: id,
  },
  {
    name: 'roles of the tenant', ...number,
    parents: alone,
    truth: (truth) => truth.ids('roles'),
    open: (api, page) => api.roles.list({ ...page, type: 'tenant' }),
    row: id,
  },
  {
    name: 'roles that an organization owns', ...number,
    parents: organizations,
    truth: (truth, owner) => truth.of('organization-owned-roles', { owner_organization_id: owner }, 'id'),
    open: (api, page, owner) => api.roles.list({ ...page, type: 'organization', owner_id: owner }),
    row: id,
  },
  {
    name: 'role users',
    parents: roles,
    truth: (truth, role) => truth.of('role-assignments', { role_id: role }, 'user_id'),
    open: (api, page, role) => api.roles.users.list(role, page),
    row: userId,
  },
  {
    name: 'role permissions', ...number,
    parents: roles,
    truth: (truth, role) => truth.permissionsOfRole(role),
    open: (api, page, role) => api.roles.permissions.list(role, page),
    row: permission,
  },
  {
    name: 'role groups',
    parents: roles,
    truth: (truth, role) => truth.of('group-roles', { role_id: role }, 'group_id'),
    open: (api, page, role) => api.roles.groups.get(role, page),
    row: id,
  },
  {
    name: 'organizations',
    parents: alone,
    truth: (truth) => truth.ids('organizations'),
    open: (api, page) => api.organizations.list(page),
    row: id,
  },
  {
    name: 'members with their roles',
    parents: organizations,
    truth: (truth, organization) => truth.membersOf(organization),
    open: (api, page, organization) => api.organizations.members.list(organization, { ...page, fields: 'user_id,roles' }),
    row: member,
  },
  {
    name: 'member roles', ...number,
    parents: (truth, pick) => pick(truth.memberships()),
    truth: (truth, organization, user) => truth.rolesInside(organization, user),
    open: (api, page, organization, user) => api.organizations.members.roles.list(organization, user, page),
    row: id,
  },
  {
    name: 'members who hold a role',
    parents: (truth, pick) => pick(truth.rolesHeldInside()),
    truth: (truth, organization, role) => truth.holdersInside(organization, role),
    open: (api, page, organization, role) => api.organizations.roles.members.list(organization, role, page),
    row: userId,
  },
  {
    name: 'organization connections, enabled', ...number,
    parents: organizations,
    truth: (truth, organization) => truth.of('organization-connections', { organization_id: organization }, 'connection_id'),
    open: (api, page, organization) => api.organizations.enabledConnections.list(organization, page),
    row: connectionId,
  },
  {
    name: 'organization connections', ...number,
    parents: organizations,
    truth: (truth, organization) => truth.of('organization-connections', { organization_id: organization }, 'connection_id'),
    open: (api, page, organization) => api.organizations.connections.list(organization, page),
    row: connectionId,
  },
  {
    name: 'organization client grants', ...number,
    parents: organizations,
    truth: (truth, organization) => truth.of('organization-client-grants', { organization_id: organization }, 'grant_id'),
    open: (api, page, organization) => api.organizations.clientGrants.list(organization, page),
    row: id,
  },
  {
    name: 'organizations of a client grant',
    parents: (truth, pick) => each(pick(truth.ids('client-grants'))),
    truth: (truth, grant) => truth.of('organization-client-grants', { grant_id: grant }, 'organization_id'),
    open: (api, page, grant) => api.clientGrants.organizations.list(grant, page),
    row: id,
  },
  {
    name: 'discovery domains',
    parents: organizations,
    truth: (truth, organization) => truth.of('organization-domains', { organization_id: organization }, 'domain'),
    open: (api, page, organization) => api.organizations.discoveryDomains.list(organization, page),
    row: (row) => row.domain,
  },
  {
    name: 'organization clients',
    parents: organizations,
    truth: (truth, organization) => truth.of('organization-clients', { organization_id: organization }, 'client_id'),
    open: (api, page, organization) => api.organizations.clients.list(organization, page),
    row: clientId,
  },
  {
    name: 'organization groups',
    parents: organizations,
    truth: (truth, organization) => truth.groupsIn(organization),
    open: (api, page, organization) => api.organizations.groups.list(organization, page),
    row: id,
  },
  {
    name: 'organization group roles',
    parents: (truth, pick) => pick(truth.pairs('organization-group-roles', 'organization_id', 'group_id')),
    truth: (truth, organization, group) => truth.of('organization-group-roles', { organization_id: organization, group_id: group }, 'role_id'),
    open: (api, page, organization, group) => api.organizations.groups.roles.list(organization, group, page),
    row: id,
  },
  {
    name: 'groups that hold a role in an organization',
    parents: (truth, pick) => pick(truth.pairs('organization-group-roles', 'organization_id', 'role_id')),
    truth: (truth, organization, role) => truth.of('organization-group-roles', { organization_id: organization, role_id: role }, 'group_id'),
    open: (api, page, organization, role) => api.organizations.roles.groups.list(organization, role, page),
    row: id,
  },
  {
    name: 'groups',
    parents: alone,
    truth: (truth) => truth.ids('groups'),
    open: (api, page) => api.groups.list(page),
    row: id,
  },
  {
    name: 'group members',
    parents: groups,
    truth: (truth, group) => truth.of('group-members', { group_id: group }, 'member_id'),
    open: (api, page, group) => api.groups.members.get(group, page),
    row: id,
  },
  {
    name: 'group roles',
    parents: groups,
    truth: (truth, group) => truth.of('group-roles', { group_id: group }, 'role_id'),
    open: (api, page, group) => api.groups.roles.list(group, page),
    row: id,
  },
  {
    name: 'clients', ...number,
    parents: alone,
    truth: (truth) => truth.ids('clients', 'client_id'),
    open: (api, page) => api.clients.list({ ...page, is_global: false }),
    row: clientId,
  },
  {
    name: 'client grants',
    parents: alone,
    truth: (truth) => truth.ids('client-grants'),
    open: (api, page) => api.clientGrants.list(page),
    row: id,
  },
  {
    name: 'resource servers', ...number,
    parents: alone,
    truth: (truth) => truth.ids('resource-servers'),
    open: (api, page) => api.resourceServers.list(page),
    row: id,
  },
  {
    name: 'connections',
    parents: alone,
    truth: (truth) => truth.ids('connections'),
    open: (api, page) => api.connections.list(page),
    row: id,
  },
  {
    name: 'connection clients',
    parents: (truth) => each(truth.ids('connections')),
    truth: (truth, connection) => truth.of('connection-clients', { connection_id: connection }, 'client_id'),
    open: (api, page, connection) => api.connections.clients.get(connection, page),
    row: clientId,
  },
  {
    name: 'consents', ...number,
    parents: alone,
    truth: (truth) => truth.ids('consents'),
    open: (api, page) => api.userGrants.list(page),
    row: id,
  },
];
