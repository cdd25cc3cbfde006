// The first screen: whose tenant, when, whole or not, how much, who is powerful, what changed.
const PROOF = {
  complete: ['good', 'Proven complete'],
  partial: ['warn', 'Whole for what was named, not for the tenant'],
  incomplete: ['bad', 'Not proven complete'],
  changed: ['bad', 'Changed after it was proven'],
  absent: ['warn', 'No proof of completeness'],
};
const KINDS = [['role', 'roles', 'Roles'], ['organization', 'organizations', 'Organizations'], ['group', 'groups', 'Groups'], ['permission', 'permissions', 'Permissions'], ['client', 'applications', 'Applications']];

function overview(model) {
  return h('div', { class: 'page overview' },
    heading(model), notRead(model), tiles(model),
    h('div', { class: 'columns' }, privileged(model), findingsCard(model)),
    h('div', { class: 'columns' }, card(null, columns('People by number of accesses', spread(model))), card(null, columns('People by last sign-in', ages(model)))),
    h('div', { class: 'columns' }, changesCard(model), model.syncs.length > 1 ? card(null, growth('People in each sync of the file', model.syncs.map(sync => ({ label: sameDay(model) ? moment(sync.at) : day(sync.at), value: sync.people })))) : null),
    proofCard(model));
}

const sameDay = model => model.syncs.every(sync => day(sync.at) === day(model.syncs[0].at));

// A number that was not read is not zero.
const none = unknown => (unknown ? h('span', { class: 'none', title: `Not known: ${unknown}` }, '?') : h('span', { class: 'none' }, '0'));

const card = (title, ...content) => h('section', { class: 'card' }, title ? h('h2', null, title) : null, content);

function heading(model) {
  const { meta, proof } = model;
  const [kind, said] = PROOF[proof.state];
  const words = proof.state === 'complete' && model.notRead.length ? 'Proven complete for what was read' : said;
  return h('div', { class: 'hero' },
    h('div', null, h('h1', null, meta.tenant),
      h('p', { class: 'quiet' }, `Read ${moment(meta.endedAt)}`, meta.clientId ? [' by application ', h('code', null, meta.clientId)] : null, meta.program ? [' with ', h('span', { class: 'one' }, meta.program)] : null)),
    h('a', { href: '#proof', class: `proof ${kind}`, onclick: event => { event.preventDefault(); const details = document.querySelector('.proof-card details'); details.open = true; details.scrollIntoView({ block: 'center' }); } },
      h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', null, h('strong', null, words), h('small', null, proof.words))));
}

/** What the file does not hold, before any number that would be taken for all there is. */
function notRead(model) {
  if (model.notRead.length === 0) return null;
  const rules = partly => model.notAsked.filter(rule => rule.partly === partly).map(rule => rule.title);
  const listed = (words, titles) => (titles.length ? h('p', { class: 'small' }, h('strong', null, words), titles.join('; '), '.') : null);
  const same = Map.groupBy(model.notRead, lack => `${lack.reason}\n${lack.remedy}`);
  return h('section', { class: 'card not-read', 'aria-labelledby': 'not-read' }, h('h2', { id: 'not-read' }, 'Not in this file'),
    h('ul', { class: 'plain' }, [...same.values()].map(lacks => h('li', null, h('strong', null, `${lacks.map(lack => lack.what).filter((what, index, all) => all.indexOf(what) === index).join(', ')}: `), `${lacks[0].reason}. ${lacks[0].remedy}`))),
    listed('Not asked: ', rules(false)), listed('Asked only of what was read: ', rules(true)));
}

function tiles(model) {
  const before = model.syncs.length > 1 ? model.syncs[model.syncs.length - 2] : null;
  const tile = (view, title, value, former, unknown) => {
    if (unknown && !value) return h('a', { class: 'tile', href: '#view=overview', title: unknown }, h('span', { class: 'figure unknown' }, 'not known'), h('span', null, title));
    const change = former === undefined || former === null ? 0 : value - former;
    return h('a', { class: 'tile', href: '#view=' + view }, h('span', { class: 'figure' }, count(value)), h('span', null, title), unknown ? h('small', { class: 'quiet' }, 'of those read') : before ? h('small', { class: 'quiet' }, change ? `${change > 0 ? '+' : '−'}${count(Math.abs(change))}, was ${count(former)}` : 'as before') : null);
  };
  return h('div', { class: 'tiles' }, tile('people', 'People', model.size, before?.people, model.unknown.user),
    KINDS.filter(([kind]) => kind === 'role' || kind === 'organization' || model.unknown[kind] || model.ofKind(kind).length).map(([kind, view, title]) => tile(view, title, model.ofKind(kind).length, before?.kinds?.[kind], model.unknown[kind])));
}

function privileged(model) {
  const unknown = model.unknown.privileged;
  const people = model.people.p.reduce((sum, value) => sum + (value > 0), 0);
  const rights = model.things.filter(thing => ['role', 'permission', 'group'].includes(thing.kind) && thing.rights.some(right => right.privileged))
    .map(thing => ({ label: thing.name, value: model.counts().people[thing.index], link: { [thing.kind]: thing.id } }))
    .filter(row => row.value).sort((a, b) => b.value - a.value).slice(0, 6);
  return card('Privileged access',
    unknown && !people ? h('p', { class: 'lead' }, 'not known') : h('p', { class: 'lead' }, unknown ? 'at least ' : null, link({ view: 'people', privileged: 'yes', sort: '-privileged' }, plural(people, 'person', 'people')), model.size ? ` of ${count(model.size)} (${(100 * people / model.size).toFixed(people && people < model.size / 100 ? 1 : 0)} %)` : ''),
    unknown ? h('p', { class: 'small' }, `Not read: ${unknown}.`) : null,
    rights.length ? meters(rights) : null,
    h('p', { class: 'quiet small' }, 'What counts: ', model.privileged.words));
}

function findingsCard(model) {
  return card('Findings', model.findings.length === 0 ? h('p', { class: 'quiet' }, nothingMet(model)) : h('ul', { class: 'plain rows' }, model.findings.map(finding =>
    h('li', null, badge(finding.severity, finding.severity), link({ view: 'findings', rule: finding.id }, finding.title), h('span', { class: 'amount' }, count(finding.rows.length))))));
}

const nothingMet = model => (model.notAsked.length ? `No rule met anything in what was read; ${count(model.notAsked.length)} were not asked, or only of a part.` : 'No rule met anything.');

function changesCard(model) {
  const changes = model.changes;
  if (!changes) return card('Since the previous sync', h('p', { class: 'quiet' }, 'This file holds one full sync, so there is nothing to compare with.'));
  return card(`Since ${moment(changes.at)}`, changes.counts.length === 0 ? h('p', { class: 'quiet' }, 'Nothing changed.') : [h('table', { class: 'simple' },
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, ''), ['Added', 'Removed', 'Changed'].map(title => h('th', { scope: 'col', class: 'number' }, title)))),
    h('tbody', null, changes.counts.map(row => h('tr', null, h('th', { scope: 'row' }, row.name), [row.added, row.removed, row.changed].map(value => h('td', { class: 'number' + (value ? '' : ' none') }, count(value))))))),
  h('p', null, link({ view: 'changes' }, 'See what changed'))]);
}

function spread(model) {
  const steps = [[0, 0], [1, 1], [2, 3], [4, 7], [8, 15], [16, 31], [32, Infinity]];
  return steps.map(([from, to]) => ({
    label: from === to ? String(from) : to === Infinity ? `${from}+` : `${from}–${to}`,
    value: model.people.n.reduce((sum, value) => sum + (value >= from && value <= to), 0),
  })).filter((row, index, all) => all.slice(index).some(rest => rest.value));
}

const AGES = [['7', '7 days', 7], ['30', '30 days', 30], ['90', '90 days', 90], ['365', '1 year', 365], ['older', 'older', Infinity], ['never', 'never', null]];

function ageOf(model, person) {
  const last = model.people.last[person];
  if (!last) return 'never';
  const days = (model.now - last) / 86400;
  return AGES.find(([, , limit]) => limit !== null && days <= limit)[0];
}

function ages(model) {
  const sums = {};
  for (let person = 0; person < model.size; person++) sums[ageOf(model, person)] = (sums[ageOf(model, person)] ?? 0) + 1;
  return AGES.map(([key, label]) => ({ label, value: sums[key] ?? 0, mark: key === 'never' || key === 'older' }));
}

function proofCard(model) {
  const { proof } = model;
  return h('section', { class: 'card proof-card', id: 'proof' }, h('details', null, h('summary', null, 'How complete this is, collection by collection'),
    h('p', { class: 'quiet' }, proof.words),
    proof.collections.length ? h('div', { class: 'wide' }, h('table', { class: 'simple' },
      h('thead', null, h('tr', null, ['Collection', 'Read by'].map(title => h('th', { scope: 'col' }, title)), ['Lists', 'Expected', 'Received', 'In the file'].map(title => h('th', { scope: 'col', class: 'number' }, title)), h('th', { scope: 'col' }, 'Whole'))),
      h('tbody', null, proof.collections.map(row => h('tr', null, h('th', { scope: 'row' }, row.name), h('td', null, row.method), [row.lists, row.expected, row.received, row.rows].map(value => h('td', { class: 'number' }, value === null ? '–' : count(value))), h('td', null, row.whole ? 'yes' : badge('high', 'no'))))))) : null,
    proof.skipped.map(skip => h('p', null, h('strong', null, `${skip.what} left out: `), `${skip.why}. ${skip.remedy}`)),
    h('p', { class: 'quiet small' }, `Sync ${model.meta.syncId}`, Object.entries(proof.settings).map(([key, value]) => ` · ${key}=${value}`))));
}
