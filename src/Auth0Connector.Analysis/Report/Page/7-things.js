// Roles, organizations, groups, permissions and applications, each a list of the same make.
class ThingsView {
  constructor(model, route, go, kind, view, title) {
    Object.assign(this, { model, go, kind, view, title });
    const isClient = kind === 'client';
    this.all = model.ofKind(kind).map(thing => ({
      thing,
      people: isClient ? new Set(model.others.filter(([, holder]) => holder === thing.index).map(([right]) => right)).size : model.counts().people[thing.index],
      privileged: isClient ? model.others.some(([right, holder]) => holder === thing.index && model.rights[right].privileged) : thing.rights.some(right => right.privileged && model.counts().rights[right.index] > 0),
    }));
    this.search = h('input', { type: 'search', placeholder: `Search ${title.toLowerCase()}`, 'aria-label': `Search ${title.toLowerCase()}`, oninput: () => this.change({ q: this.search.value }) });
    this.told = h('p', { class: 'told', role: 'status' });
    this.grid = new Grid({
      label: title,
      columns: [{ key: 'name', title, sort: true, class: 'wide-cell' }, { key: 'people', title: isClient ? 'Permissions' : 'People', sort: true, class: 'number' }, { key: 'privileged', title: 'Privileged', sort: true, class: 'mark' }],
      open: row => go({ [kind]: row.thing.id }),
      sort: key => this.change({ sort: this.state.sort === '-' + key || (!this.state.sort && key === 'people') ? key : '-' + key }),
      cells: row => [
        [h('span', { class: 'name' }, row.thing.name), h('span', { class: 'sub' }, row.thing.note || row.thing.id)],
        row.people ? count(row.people) : none(model.unknown.access),
        row.privileged ? badge('power', 'privileged') : '',
      ],
    });
    this.element = h('div', { class: 'page list' }, h('h1', { class: 'sr' }, title), h('div', { class: 'filters', role: 'search' }, this.search), this.told, this.grid.element);
    this.update(route);
  }

  change(part) {
    const next = { view: this.view, ...this.state, ...part };
    for (const name of Object.keys(next)) if (!next[name]) delete next[name];
    this.go(next, true);
  }

  update(route) {
    this.state = { q: route.q, sort: route.sort };
    if (this.search.value !== (route.q ?? '')) this.search.value = route.q ?? '';
    const asked = (route.q ?? '').toLowerCase().split(/\s+/).filter(Boolean), sort = route.sort ?? '-people', down = sort.startsWith('-') ? -1 : 1;
    const of = { name: row => row.thing.name.toLowerCase(), people: row => row.people, privileged: row => (row.privileged ? 1 : 0) }[sort.replace('-', '')] ?? (row => row.people);
    const rows = this.all.filter(({ thing }) => asked.every(word => `${thing.name}\n${thing.id}\n${thing.note}`.toLowerCase().includes(word)))
      .sort((a, b) => (of(a) < of(b) ? -down : of(a) > of(b) ? down : a.thing.name.localeCompare(b.thing.name)));
    const words = this.title.toLowerCase(), all = plural(this.all.length, words.slice(0, -1), words);
    this.told.textContent = rows.length === this.all.length ? all : `${count(rows.length)} of ${all}`;
    this.grid.show(rows, { key: sort.replace('-', ''), down: down < 0 });
  }

  print(on) {
    this.grid.print(on);
  }

  end() {
    this.grid.end();
  }
}
