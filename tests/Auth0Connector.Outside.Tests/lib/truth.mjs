// The ground truth of one tenant, asked once.
const kinds = [
  'users', 'roles', 'organization-owned-roles', 'organizations', 'role-assignments', 'memberships', 'groups', 'group-members', 'group-roles',
  'organization-group-roles', 'resource-servers', 'role-permissions', 'user-permissions', 'clients', 'client-grants',
  'organization-client-grants', 'consents', 'connections', 'connection-clients', 'organization-connections', 'organization-domains',
  'organization-clients',
];

const once = (values) => [...new Set(values)];

export class Truth {
  #rows;

  static async of(tenant) {
    const truth = new Truth();
    truth.#rows = new Map(await Promise.all(kinds.map(async (kind) => [kind, await tenant.truth(kind)])));
    return truth;
  }

  rows(kind) {
    return this.#rows.get(kind);
  }

  ids(kind, field = 'id') {
    return this.rows(kind).map((row) => row[field]);
  }

  // One field of the rows whose other fields have these values.
  of(kind, values, field) {
    const wanted = Object.entries(values);
    return this.rows(kind).filter((row) => wanted.every(([name, value]) => row[name] === value)).map((row) => row[field]);
  }

  // Distinct pairs of two fields.
  pairs(kind, first, second) {
    return [...new Map(this.rows(kind).map((row) => [`${row[first]} ${row[second]}`, [row[first], row[second]]])).values()];
  }

  listedUsers() {
    return this.rows('users').filter((user) => user.listed).map((user) => user.id);
  }

  memberships() {
    return this.rows('memberships').map((row) => [row.organization_id, row.user_id]);
  }

  membersOf(organization) {
    return this.rows('memberships')
      .filter((row) => row.organization_id === organization)
      .map((row) => `${row.user_id} ${[...row.role_ids].sort()}`);
  }

  rolesInside(organization, user) {
    return this.of('memberships', { organization_id: organization, user_id: user }, 'role_ids').flat();
  }

  rolesHeldInside() {
    const pairs = this.rows('memberships').flatMap((row) => row.role_ids.map((role) => [row.organization_id, role]));
    return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
  }

  holdersInside(organization, role) {
    return this.rows('memberships')
      .filter((row) => row.organization_id === organization && row.role_ids.includes(role))
      .map((row) => row.user_id);
  }

  permissionsOfRole(role) {
    return this.rows('role-permissions').filter((row) => row.role_id === role).map((row) => `${row.identifier} ${row.scope}`);
  }

  // Held directly or by a role of the whole tenant: each is one row.
  permissionsOf(user) {
    const direct = this.rows('user-permissions').filter((row) => row.user_id === user).map((row) => `${row.identifier} ${row.scope}`);
    const roles = this.of('role-assignments', { user_id: user }, 'role_id');
    return once([...direct, ...roles.flatMap((role) => this.permissionsOfRole(role))]);
  }

  // Those that belong to it and those that hold a role in it.
  groupsIn(organization) {
    return once([
      ...this.of('groups', { organization_id: organization }, 'id'),
      ...this.of('organization-group-roles', { organization_id: organization }, 'group_id'),
    ]);
  }
}
