// Every pager of the npm package auth0 ends with exactly what the tenant has.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pagers } from './lib/pagers.mjs';
import { assertWhole, longest, reading, some } from './lib/walking.mjs';

describe('An ordinary tenant with its oddities', () => {
  const all = reading([], some(40));
  for (const pager of pagers) {
    it(`${pager.name}: all rows`, async () => {
      assert.ok(longest(all, pager) > 0, 'the tenant has something to list');
      await assertWhole(all, pager);
      await assertWhole(all, pager, 3);
    });
  }
});

// Whose length is the tenant's: with as many people as members everybody is in everything.
const sized = new Set([
  'users', 'user roles', 'user organizations', 'user groups', 'roles', 'roles of the tenant', 'role users', 'organizations',
  'members with their roles', 'groups', 'group members', 'clients',
]);

// Pages by number end there, with an error and not with a list that looks whole.
const reachable = 1000;

for (const size of [0, 1, 100, 101, 250]) {
  describe(`A tenant whose lists have ${size} rows`, () => {
    const flags = ['users', 'roles', 'role-members', 'permissions-per-role', 'organizations', 'organization-members', 'groups', 'group-members', 'clients', 'resource-servers'];
    const all = reading(['--no-oddities', ...flags.flatMap((flag) => [`--${flag}`, size])], some(3));
    for (const pager of pagers) {
      it(`${pager.name}: all rows`, async () => {
        if (sized.has(pager.name)) {
          assert.equal(longest(all, pager), size);
        }

        if (longest(all, pager) > reachable && pager.number) {
          await assert.rejects(assertWhole(all, pager), { statusCode: 400 });
          return;
        }

        await assertWhole(all, pager);
        await assertWhole(all, pager, 100);
      });
    }
  });
}

for (const dialect of ['late-rows', 'next-on-last', 'no-next-on-last', 'ignored-type']) {
  describe(`A tenant that answers in the dialect ${dialect}`, () => {
    const all = reading(['--dialect', dialect], some(10));
    for (const pager of pagers.filter((x) => !(dialect === 'ignored-type' && x.name.startsWith('roles that')))) {
      it(`${pager.name}: all rows`, async () => {
        await assertWhole(all, pager);
        await assertWhole(all, pager, 3);
      });
    }
  });
}
