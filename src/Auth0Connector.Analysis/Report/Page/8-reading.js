// Two views that are read rather than searched: the findings, and what changed.
const MOST_SHOWN = 200;

function rowLink(row, model) {
  const [type, id, name] = row;
  if (row[5] >= 0) return link({ user: id }, name || id);
  return model.things.some(thing => thing.kind === type && thing.id === id) ? link({ [type]: id }, name) : h('span', null, name);
}

function findings(model, route) {
  if (model.findings.length === 0) return h('div', { class: 'page' }, h('h1', null, 'Findings'), notRead(model), h('p', { class: 'quiet' }, nothingMet(model)));
  return h('div', { class: 'page' }, h('h1', null, 'Findings'), notRead(model), model.findings.map(finding => {
    const details = h('details', { class: 'card finding', id: 'rule-' + finding.id, open: route.rule === finding.id },
      h('summary', null, badge(finding.severity, finding.severity), h('h2', null, finding.title), h('span', { class: 'amount' }, count(finding.rows.length))),
      h('p', null, finding.words), h('p', null, h('strong', null, 'Why it matters. '), finding.why), h('p', null, h('strong', null, 'What to do. '), finding.remedy),
      h('ul', { class: 'plain rows' }, finding.rows.slice(0, MOST_SHOWN).map(row => h('li', null, rowLink(row, model), row[3] && row[3] !== row[2] ? h('span', { class: 'quiet' }, row[3]) : null, h('span', { class: 'detail' }, row[4])))),
      finding.rows.length > MOST_SHOWN ? h('p', { class: 'quiet' }, `${count(finding.rows.length - MOST_SHOWN)} more. `, finding.rows[0][5] >= 0 ? link({ view: 'people', 'in-finding': finding.id }, 'See all in the list of people') : null) : null);
    return details;
  }));
}

function changes(model) {
  const { changes } = model;
  if (!changes) return h('div', { class: 'page' }, h('h1', null, 'Changes'), h('p', { class: 'quiet' }, 'This file holds one full sync, so there is nothing to compare with.'));
  const signs = { added: '+', removed: '−', changed: '~' };
  return h('div', { class: 'page' }, h('h1', null, 'Changes'), h('p', { class: 'quiet' }, `From ${moment(changes.at)} to ${moment(model.meta.endedAt)}. Last sign-ins and the like are left out.`),
    h('ul', { class: 'plain rows changes card' }, changes.rows.map(([kind, type, id, name, text]) => h('li', { class: kind },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[kind]), h('span', { class: 'sr' }, kind), changed(model, type, id, name), h('span', { class: 'detail' }, text)))),
    changes.omitted ? h('p', { class: 'quiet' }, `${count(changes.omitted)} more; 'auth0-connector diff' lists them all.`) : null);
}

function changed(model, type, id, name) {
  if (type === 'user') {
    model.byId ??= new Map(model.people.id.map((one, index) => [one, index]));
    if (model.byId.has(id)) return link({ user: id }, name || id);
  }
  return model.things.some(thing => thing.kind === type && thing.id === id) ? link({ [type]: id }, name) : h('span', null, name || id);
}
