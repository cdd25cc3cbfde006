// Everybody, searched, filtered and sorted. All of it stands in the address, so that a view can be sent to somebody.
const PEOPLE_COLUMNS = [
  { key: 'name', title: 'Person', sort: true, class: 'wide-cell' },
  { key: 'status', title: 'Status', sort: true },
  { key: 'connection', title: 'Connection', sort: true, class: 'minor' },
  { key: 'last', title: 'Last sign-in', sort: true, class: 'minor' },
  { key: 'access', title: 'Access', sort: true, class: 'number' },
  { key: 'privileged', title: 'Privileged', sort: true, class: 'number' },
  { key: 'findings', title: 'Findings', sort: true, class: 'number minor' },
];

class PeopleView {
  constructor(model, route, go) {
    Object.assign(this, { model, go, state: {} });
    const people = model.people;
    model.haystack ??= people.id.map((id, index) => `${people.name[index]}\n${people.email[index]}\n${id}`.toLowerCase());
    this.search = h('input', { type: 'search', placeholder: 'Search name, e-mail or id', 'aria-label': 'Search people', oninput: () => this.change('q', this.search.value) });
    const thing = kind => model.ofKind(kind).filter(one => one.name).sort((a, b) => a.name.localeCompare(b.name)).map(one => [one.id, one.name]);
    this.selects = [
      this.select('status', 'Status', [...new Set(people.status)].sort().map(value => [STATUS[value] || 'unknown', STATUS_WORDS[STATUS[value]]])),
      this.select('connection', 'Connection', model.connections.map((name, index) => [name || '-', name || 'unknown', index]).sort((a, b) => a[1].localeCompare(b[1]))),
      this.select('last', 'Last sign-in', [['30', 'in 30 days'], ['90', 'in 90 days'], ['not90', 'not in 90 days'], ['not365', 'not in a year'], ['never', 'never']]),
      this.select('in-organization', 'Organization', thing('organization')),
      this.select('in-role', 'Role', thing('role')),
      this.select('in-group', 'Group', thing('group')),
      this.select('in-permission', 'Permission', thing('permission')),
      this.select('privileged', 'Privileged', [['yes', 'privileged'], ['no', 'not privileged']]),
      this.select('in-finding', 'Finding', model.findings.filter(finding => finding.rows.some(row => row[5] >= 0)).map(finding => [finding.id, finding.title])),
    ].filter(Boolean);
    this.told = h('p', { class: 'told', role: 'status' });
    this.grid = new Grid({ label: 'People', columns: PEOPLE_COLUMNS, cells: person => this.cells(person), open: person => go({ user: people.id[person] }), sort: key => this.sort(key) });
    this.element = h('div', { class: 'page list' }, h('h1', { class: 'sr' }, 'People'),
      h('div', { class: 'filters', role: 'search' }, this.search, this.selects.map(item => item.element), h('button', { type: 'button', class: 'text', onclick: () => go({ view: 'people' }, true) }, 'Clear')), this.told, this.grid.element);
    this.update(route);
  }

  select(key, title, options) {
    if (options.length === 0) return null;
    const element = h('select', { 'aria-label': title, onchange: () => this.change(key, element.value) }, h('option', { value: '' }, title), options.map(([value, label]) => h('option', { value }, label)));
    return { key, element };
  }

  change(key, value) {
    const next = { view: 'people', ...this.state, [key]: value };
    for (const name of Object.keys(next)) if (!next[name]) delete next[name];
    this.go(next, true);
  }

  sort(key) {
    const upwards = ['name', 'status', 'connection'].includes(key);
    const first = upwards ? key : '-' + key, second = upwards ? '-' + key : key;
    this.change('sort', this.state.sort === first ? second : first);
  }

  update(route) {
    this.state = { ...route };
    delete this.state.view;
    if (this.search.value !== (route.q ?? '')) this.search.value = route.q ?? '';
    this.search.classList.toggle('on', !!route.q);
    this.selects.forEach(({ key, element }) => { element.value = route[key] ?? ''; element.classList.toggle('on', !!route[key]); });
    const rows = this.order(this.filter(route), route.sort ?? 'name');
    this.told.textContent = rows.length === this.model.size ? plural(rows.length, 'person', 'people') : `${count(rows.length)} of ${plural(this.model.size, 'person', 'people')}`;
    const sort = route.sort ?? 'name';
    this.grid.show(rows, { key: sort.replace('-', ''), down: sort.startsWith('-') });
  }

  filter(route) {
    const { model } = this, { people } = model, tests = [];
    for (const word of (route.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)) tests.push(person => model.haystack[person].includes(word));
    if (route.status) tests.push(person => (STATUS[people.status[person]] || 'unknown') === route.status);
    if (route.connection) tests.push(person => (model.connections[people.conn[person]] || '-') === route.connection);
    if (route.last) tests.push(this.seen(route.last));
    if (route.privileged) tests.push(person => (people.p[person] > 0) === (route.privileged === 'yes'));
    for (const kind of ['organization', 'role', 'group', 'permission']) {
      const id = route['in-' + kind], thing = id && model.things.find(one => one.kind === kind && one.id === id);
      if (id) { const members = new Set(thing ? model.membersOf(thing) : []); tests.push(person => members.has(person)); }
    }
    const finding = route['in-finding'] && model.findings.find(one => one.id === route['in-finding']);
    if (finding) { const met = new Set(finding.rows.map(row => row[5])); tests.push(person => met.has(person)); }
    const rows = [];
    for (let person = 0; person < model.size; person++) if (tests.every(test => test(person))) rows.push(person);
    return rows;
  }

  seen(which) {
    const { model } = this, last = model.people.last, days = Number(which.replace('not', ''));
    if (which === 'never') return person => !last[person];
    const since = model.now - days * 86400;
    return which.startsWith('not') ? person => last[person] < since : person => last[person] >= since;
  }

  order(rows, sort) {
    const { people, connections } = this.model, down = sort.startsWith('-') ? -1 : 1;
    this.model.names ??= people.name.map(name => name.toLowerCase());
    const of = {
      name: this.model.names, status: people.status, last: people.last, access: people.n, privileged: people.p, findings: people.findings, connection: people.conn.map(index => connections[index]),
    }[sort.replace('-', '')] ?? this.model.names;
    return rows.sort((a, b) => (of[a] < of[b] ? -down : of[a] > of[b] ? down : a - b));
  }

  cells(person) {
    const { people, connections } = this.model, status = STATUS[people.status[person]];
    return [
      [h('span', { class: 'name' }, people.name[person] || people.id[person]), h('span', { class: 'sub' }, people.email[person] || people.id[person])],
      badge(status || 'unknown', STATUS_WORDS[status]),
      connections[people.conn[person]],
      people.last[person] ? day(people.last[person]) : h('span', { class: 'quiet' }, 'never'),
      people.n[person] ? count(people.n[person]) : none(this.model.unknown.access),
      people.p[person] ? h('span', { class: 'power' }, count(people.p[person])) : none(this.model.unknown.privileged),
      people.findings[person] ? count(people.findings[person]) : h('span', { class: 'none' }, '0'),
    ];
  }

  print(on) {
    this.grid.print(on);
  }

  end() {
    this.grid.end();
  }
}
