// The export of the npm package auth0-deploy-cli has everything of the kinds that the mock imitates.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { reading, some } from './lib/walking.mjs';

const program = createRequire(import.meta.url).resolve('auth0-deploy-cli');
const yaml = createRequire(program)('js-yaml');
const kinds = ['roles', 'organizations', 'clients', 'clientGrants', 'resourceServers'];

// One file, since in the other format things of one name overwrite each other.
async function exported(tenant) {
  const folder = await mkdtemp(path.join(tmpdir(), 'outside-export-'));
  try {
    const run = spawn(process.execPath, [program, 'export', '--format', 'yaml', '--output_folder', folder], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        AUTH0_DOMAIN: tenant.domain,
        AUTH0_CLIENT_ID: tenant.credentials.clientId,
        AUTH0_CLIENT_SECRET: tenant.credentials.clientSecret,
        AUTH0_INCLUDED_ONLY: JSON.stringify(kinds),
        AUTH0_EXPORT_IDENTIFIERS: 'true',
      },
    });
    let said = '';
    run.stdout.on('data', (bytes) => { said += bytes; });
    run.stderr.on('data', (bytes) => { said += bytes; });
    const [code] = await once(run, 'close');
    assert.equal(code, 0, said);
    return yaml.load(await readFile(path.join(folder, 'tenant.yaml'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// What it writes for the client of a grant that has none.
const noClient = 'undefined_clientId';

const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

function assertSame(file, truth, rowOfFile, rowOfTruth) {
  assert.deepEqual(sorted(file.map(rowOfFile)), sorted(truth.map(rowOfTruth)));
}

function exporting(flags) {
  const all = reading(flags, some(1));
  before(async () => {
    all.file = await exported(all.tenant);
    const names = new Map(all.truth.rows('clients').map((client) => [client.client_id, client.name]));
    all.clientName = (id) => names.get(id) ?? noClient;
  });
  return all;
}

for (const flags of [[], ['--no-oddities', '--roles', '101', '--organizations', '51', '--clients', '120', '--resource-servers', '101']]) {
  describe(`The export of a tenant ${flags.join(' ')}`, () => {
    const all = exporting(flags);

    it('has every role with its permissions', () => assertSame(
      all.file.roles,
      all.truth.rows('roles'),
      (role) => [role.id, role.name, role.permissions.map((x) => `${x.resource_server_identifier} ${x.permission_name}`).sort()],
      (role) => [role.id, role.name, all.truth.permissionsOfRole(role.id).sort()]));

    it('has every organization with its connections, domains, applications and client grants', () => {
      const connections = new Map(all.truth.rows('connections').map((connection) => [connection.id, connection.name]));
      const clientOf = new Map(all.truth.rows('client-grants').map((grant) => [grant.id, all.clientName(grant.client_id)]));
      assertSame(
        all.file.organizations,
        all.truth.rows('organizations'),
        (one) => [
          one.id,
          one.name,
          one.connections.map((x) => x.name).sort(),
          one.discovery_domains.map((x) => x.domain).sort(),
          one.clients.map((x) => x.client_id).sort(),
          one.client_grants.map((x) => x.client_id).sort(),
        ],
        (one) => [
          one.id,
          one.name,
          all.truth.of('organization-connections', { organization_id: one.id }, 'connection_id').map((x) => connections.get(x)).sort(),
          all.truth.of('organization-domains', { organization_id: one.id }, 'domain').sort(),
          all.truth.of('organization-clients', { organization_id: one.id }, 'client_id').map(all.clientName).sort(),
          all.truth.of('organization-client-grants', { organization_id: one.id }, 'grant_id').map((x) => clientOf.get(x)).sort(),
        ]);
    });

    it('has every application', () => assertSame(
      all.file.clients, all.truth.rows('clients'), (x) => [x.client_id, x.name, x.app_type], (x) => [x.client_id, x.name, x.app_type]));

    // It leaves out its own, on purpose.
    it('has every client grant', () => assertSame(
      all.file.clientGrants,
      all.truth.rows('client-grants').filter((x) => x.client_id !== all.tenant.credentials.clientId),
      (x) => [x.id, x.client_id, x.audience, x.scope, x.subject_type],
      (x) => [x.id, all.clientName(x.client_id), x.audience, x.scopes, x.subject_type]));

    // It leaves out the Management API, on purpose.
    it('has every API with its scopes', async () => {
      const scopes = await all.tenant.truth('scopes');
      assertSame(
        all.file.resourceServers,
        all.truth.rows('resource-servers').filter((x) => !x.is_system),
        (x) => [x.id, x.identifier, x.name, (x.scopes ?? []).map((scope) => scope.value)],
        (x) => [x.id, x.identifier, x.name, scopes.filter((scope) => scope.identifier === x.identifier).map((scope) => scope.value)]);
    });

    it('asked nothing that the mock does not know', async () => {
      const refused = (await all.tenant.requests()).filter((request) => request.status >= 400);
      assert.deepEqual(refused, []);
    });
  });
}

describe('The export of a tenant that answers with half of each page', () => {
  const all = exporting(['--dialect', 'partial-content']);
  it('is seen to lack roles', () => assert.ok(all.file.roles.length < all.truth.rows('roles').length));
});
