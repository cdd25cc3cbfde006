// That these tests can fail: where the tenant keeps rows back, every pager must be seen to come short.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pagers } from './lib/pagers.mjs';
import { assertWhole, reading, some } from './lib/walking.mjs';

// No dialect speaks in these lists, which a sync does not ask for.
const plain = new Set([
  'user groups', 'members who hold a role', 'organization connections', 'organizations of a client grant', 'discovery domains', 'organization clients',
  'groups that hold a role in an organization', 'connections', 'connection clients', 'consents',
]);

describe('A tenant that answers with half of each page', () => {
  const all = reading(['--dialect', 'partial-content'], some(10));
  for (const pager of pagers.filter((x) => !plain.has(x.name))) {
    it(`${pager.name}: rows are missed`, () => assert.rejects(assertWhole(all, pager), assert.AssertionError));
  }
});

describe('A tenant whose long pages lack their last row', () => {
  const all = reading(['--dialect', 'short-pages', '--roles', '101', '--clients', '101', '--resource-servers', '101'], some(10));
  for (const pager of pagers.filter((x) => ['users', 'roles', 'clients', 'resource servers'].includes(x.name))) {
    it(`${pager.name}: rows are missed`, () => assert.rejects(assertWhole(all, pager, 100), assert.AssertionError));
  }
});
