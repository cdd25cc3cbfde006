// Walks a pager to its end as its users do, and holds what came against the ground truth.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ManagementClient } from 'auth0';
import { MockTenant } from './mock-tenant.mjs';
import { Truth } from './truth.mjs';

const scopes = [
  'users', 'roles', 'role_members', 'organizations', 'organization_members', 'organization_member_roles', 'organization_connections',
  'organization_groups', 'organization_group_roles', 'organization_clients', 'organization_client_grants', 'organization_discovery_domains',
  'groups', 'group_members', 'group_roles', 'resource_servers', 'clients', 'client_grants', 'connections', 'grants',
].map((name) => `read:${name}`).concat('create:organization_client_grants').join(' ');

// The SDK gets its token itself, by client credentials.
export function managementClient(tenant) {
  return new ManagementClient({ domain: tenant.domain, ...tenant.credentials, maxRetries: 0 });
}

// A tenant, its client and its truth while the tests of one suite run.
export function reading(flags, pick) {
  const reading = { pick };
  before(async () => {
    reading.tenant = await MockTenant.start(['--scopes', scopes, ...flags]);
    reading.api = managementClient(reading.tenant);
    await giveGrants(reading.tenant, reading.api);
    reading.truth = await Truth.of(reading.tenant);
  });
  after(() => reading.tenant?.stop());
  return reading;
}

// Organizations have no client grants until somebody gives them some; 100 is the most that one can have.
async function giveGrants(tenant, api) {
  const [organization, other] = await tenant.truth('organizations');
  const grants = (await tenant.truth('client-grants')).slice(0, 100);
  for (const grant of organization ? grants : []) {
    await api.organizations.clientGrants.create(organization.id, { grant_id: grant.id });
  }

  if (other && grants.length > 0) {
    await api.organizations.clientGrants.create(other.id, { grant_id: grants[0].id });
  }
}

// The first, the last and some between.
export function some(most) {
  return (values) => values.length <= most
    ? values
    : Array.from({ length: most }, (_, position) => values[Math.round(position * (values.length - 1) / (most - 1))]);
}

// Undefined leaves the size of a page to the SDK.
export async function assertWhole({ api, truth, pick }, pager, size) {
  const page = size === undefined ? {} : pager.number ? { per_page: size } : { take: size };
  for (const parent of pager.parents(truth, pick)) {
    const seen = [];
    // A copy, since the SDK writes the next page's number into what it was given.
    for await (const row of await pager.open(api, { ...page }, ...parent)) {
      seen.push(pager.row(row));
    }

    assert.deepEqual(seen.sort(), [...pager.truth(truth, ...parent)].sort(), `${pager.name} of ${parent.join(', ')}`);
  }
}

// The most rows that one of the parents must bring.
export function longest({ truth, pick }, pager) {
  return Math.max(0, ...pager.parents(truth, pick).map((parent) => pager.truth(truth, ...parent).length));
}
