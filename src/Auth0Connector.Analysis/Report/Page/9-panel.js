// The side panel: everything about one person, role, organization, group, permission or application.
const MOST_ACCESS = 2000;

class Panel {
  constructor(model, close) {
    this.model = model;
    this.close = close;
    this.element = document.getElementById('panel');
  }

  hide() {
    this.grid?.end();
    this.grid = null;
    this.element.hidden = true;
    this.element.replaceChildren();
    document.body.classList.remove('with-panel');
  }

  show(kind, id) {
    this.grid?.end();
    this.grid = null;
    const { model } = this;
    model.byId ??= new Map(model.people.id.map((one, index) => [one, index]));
    const person = kind === 'user' ? model.byId.get(id) : undefined;
    const thing = kind === 'user' ? null : model.things.find(one => one.kind === kind && one.id === id);
    const [title, over, content] = person !== undefined ? this.person(person) : thing ? this.thing(thing) : [id, kind, [h('p', { class: 'quiet' }, 'This is not in the file.')]];
    const heading = h('h2', { id: 'panel-title', tabindex: -1 }, title);
    this.element.replaceChildren(h('div', { class: 'panel-head' }, h('div', null, h('p', { class: 'over' }, over), heading), h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: () => this.close() }, '×')), h('div', { class: 'panel-body' }, content));
    this.element.hidden = false;
    document.body.classList.add('with-panel');
    heading.focus({ preventScroll: true });
  }

  person(person) {
    const { model } = this, { people } = model, status = STATUS[people.status[person]];
    const facts = [['Status', badge(status || 'unknown', STATUS_WORDS[status])], ['E-mail', people.email[person] ? [people.email[person], people.ver[person] === 1 ? h('span', { class: 'quiet' }, ' verified') : people.ver[person] === 2 ? [' ', badge('medium', 'not verified')] : null] : ''],
      ['Connection', model.connections[people.conn[person]]], ['Last sign-in', people.last[person] ? moment(people.last[person]) : 'never'], ['Created', day(people.made[person])], ['Id', h('code', null, people.id[person])]];
    const ways = model.waysOf(person), reached = [...ways.before.keys()];
    const groups = Map.groupBy(reached, right => model.rights[right].thing.kind);
    const order = ['role', 'organization', 'group', 'permission'];
    const kinds = [...order, ...[...groups.keys()].filter(kind => !order.includes(kind))].filter(kind => groups.has(kind));
    const found = model.findingsOf.get(person) ?? [];
    return [people.name[person] || people.id[person], 'Person', [
      this.facts(facts),
      found.length ? [h('h3', null, 'Findings'), h('ul', { class: 'plain rows' }, found.map(({ finding, detail }) => h('li', null, badge(finding.severity, finding.severity), link({ view: 'findings', rule: finding.id }, finding.title), h('span', { class: 'detail' }, detail))))] : null,
      reached.length === 0 ? h('p', { class: 'quiet' }, model.unknown.access ? `Reaches nothing that was read. Not read: ${model.unknown.access}.` : 'Reaches nothing.') : null,
      kinds.map(kind => [h('h3', null, (KINDS.find(([one]) => one === kind) ?? [, , kind])[2], h('span', { class: 'amount' }, count(groups.get(kind).length))), h('ul', { class: 'plain access' },
        groups.get(kind).sort((a, b) => Number(model.rights[b].privileged) - Number(model.rights[a].privileged) || model.words(model.rights[a]).localeCompare(model.words(model.rights[b]))).slice(0, MOST_ACCESS).map(right => this.access(right, model.way(ways, right))), groups.get(kind).length > MOST_ACCESS ? h('li', { class: 'quiet' }, `${count(groups.get(kind).length - MOST_ACCESS)} more`) : null)]),
    ]];
  }

  access(right, { steps, cut }) {
    const { model } = this, held = model.rights[right];
    return h('li', null, h('span', { class: 'what' }, link({ [held.thing.kind]: held.thing.id }, model.words(held)), held.privileged ? [' ', badge('power', 'privileged')] : null),
      h('span', { class: 'way' }, steps.length === 1 ? 'held directly' : ['through ', cut ? 'a longer way, at its end ' : null, steps.slice(0, -1).map((step, index) => [index ? ' → ' : '', link({ [model.rights[step].thing.kind]: model.rights[step].thing.id }, `${model.rights[step].thing.kind} ${model.words(model.rights[step])}`)])]));
  }

  facts(rows) {
    return h('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([title, value]) => [h('dt', null, title), h('dd', null, value)]));
  }

  thing(thing) {
    const { model } = this, rights = model.rightsOf(thing), indexes = new Set(rights.map(right => right.index));
    const gives = [...new Set(rights.flatMap(right => [...model.closure(right.index)]))].filter(right => !indexes.has(right)).map(right => model.rights[right]);
    const receivers = [...new Set(rights.flatMap(right => model.to[right.index].map(({ source }) => source)))].filter(right => !indexes.has(right)).map(right => model.rights[right]);
    const clients = thing.kind === 'client' ? [] : model.others.filter(([right]) => indexes.has(right)).map(([, holder]) => model.things[holder]).filter(holder => holder.kind === 'client');
    const holds = thing.kind === 'client' ? model.others.filter(([, holder]) => holder === thing.index) : [];
    const list = (title, items) => (items.length ? [h('h3', null, title, h('span', { class: 'amount' }, count(items.length))), h('ul', { class: 'plain access' }, items.slice(0, MOST_SHOWN).map(item => h('li', null, item)), items.length > MOST_SHOWN ? h('li', { class: 'quiet' }, `${count(items.length - MOST_SHOWN)} more`) : null)] : null);
    const name = right => [link({ [right.thing.kind]: right.thing.id }, model.words(right)), h('span', { class: 'quiet' }, ` ${right.thing.kind}`), right.privileged ? [' ', badge('power', 'privileged')] : null];
    const found = model.findings.flatMap(finding => finding.rows.filter(row => row[5] < 0 && row[1] === thing.id).map(row => [badge(finding.severity, finding.severity), ' ', link({ view: 'findings', rule: finding.id }, finding.title), h('span', { class: 'way' }, row[4])]));
    return [thing.name, (KINDS.find(([kind]) => kind === thing.kind) ?? [, , thing.kind])[2].replace(/s$/, ''), [
      this.facts([['Description', thing.note], ['Id', h('code', null, thing.id)]]),
      list('Findings', found), list('Gives', gives.map(name)), list('Also held through', receivers.map(name)),
      list('Applications', [...new Set(clients)].map(client => link({ client: client.id }, client.name))),
      list('May use', holds.map(([right, , all]) => [name(model.rights[right]), all ? [' ', badge('high', 'all scopes')] : null])),
      thing.kind === 'client' ? null : this.members(thing, rights),
    ]];
  }

  /** Everybody in it, and for organizations with what. */
  members(thing, rights) {
    const { model } = this, { people } = model, members = model.membersOf(thing);
    const sets = rights.filter(right => thing.kind === 'organization' || right.role).map(right => [right.role && thing.kind === 'role' ? right.thing.name : right.role ? right.role.name : right.slug, new Set(model.peopleWith([right]))]);
    const roles = person => sets.filter(([name, set]) => name !== 'member' && set.has(person)).map(([name]) => name).join(', ');
    if (members.length === 0) return h('p', { class: 'quiet' }, 'Nobody is in it.');
    this.grid = new Grid({
      prefix: 'member', label: `Everybody in ${thing.name}`, columns: [{ key: 'name', title: 'Person', class: 'wide-cell' }, { key: 'status', title: 'Status' }, { key: 'last', title: 'Last sign-in', class: 'minor' }],
      open: person => { location.hash = new URLSearchParams({ user: people.id[person] }); },
      cells: person => [[h('span', { class: 'name' }, people.name[person] || people.id[person]), h('span', { class: 'sub' }, roles(person) || people.email[person] || people.id[person])], badge(STATUS[people.status[person]] || 'unknown', STATUS_WORDS[STATUS[people.status[person]]]), people.last[person] ? day(people.last[person]) : 'never'],
    });
    this.grid.show(members, null);
    this.grid.element.style.setProperty('--rows', Math.min(12, members.length));
    return [h('h3', null, 'People', h('span', { class: 'amount' }, count(members.length))), h('div', { class: 'within' }, this.grid.element),
      ['role', 'organization', 'group', 'permission'].includes(thing.kind) ? h('p', { class: 'small' }, link({ view: 'people', ['in-' + thing.kind]: thing.id }, 'See them in the list of people')) : null];
  }
}
