// The export job of the npm package auth0 holds everybody.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { reading, some } from './lib/walking.mjs';

async function exported({ api }) {
  let job = await api.jobs.usersExports.create({ format: 'json', fields: [{ name: 'user_id' }] });
  while (job.status !== 'completed') {
    assert.notEqual(job.status, 'failed');
    await pause(50);
    job = await api.jobs.get(job.id);
  }

  const file = gunzipSync(Buffer.from(await (await fetch(job.location)).arrayBuffer())).toString('utf8');
  return file.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line).user_id).sort();
}

for (const users of [0, 1, 250, 3000]) {
  describe(`A tenant of ${users} people`, () => {
    const all = reading(['--users', users], some(1));
    it('is exported whole', async () => assert.deepEqual(await exported(all), all.truth.listedUsers().sort()));
  });
}

describe('A tenant whose export lacks three people', () => {
  const all = reading(['--dialect', 'short-export'], some(1));
  it('is seen to lack them', async () => {
    const before = all.truth.listedUsers();
    assert.equal((await exported(all)).length, before.length - 3);
  });
});
