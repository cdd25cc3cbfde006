// The address decides what is shown: #view=people&q=ada, #user=auth0|1, #role=rol_1.
const PANELS = ['user', 'role', 'organization', 'group', 'permission', 'client'];

class App {
  constructor(model) {
    Object.assign(this, { model, main: document.getElementById('main'), base: null, view: null });
    this.panel = new Panel(model, () => this.go(this.base ?? { view: 'overview' }));
    document.title = `Access review: ${model.meta.tenant}, ${day(model.meta.endedAt)}`;
    document.getElementById('tenant').textContent = `${model.meta.tenant}, ${day(model.meta.endedAt)}`;
    this.tabs = [['overview', 'Overview'], ['people', 'People'], ...KINDS.filter(([kind]) => model.ofKind(kind).length).map(([, view, title]) => [view, title]), ['findings', 'Findings'], ...(model.changes ? [['changes', 'Changes']] : [])];
    document.getElementById('tabs').replaceChildren(...this.tabs.map(([view, title]) => h('a', { href: '#view=' + view, 'data-view': view }, title)));
    addEventListener('hashchange', () => this.route());
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
    addEventListener('keydown', event => {
      // In a search field with something in it, Escape empties that first, as everywhere.
      if (event.key === 'Escape' && !this.panel.element.hidden && !(event.target.type === 'search' && event.target.value)) this.panel.close();
      if (event.key === '/' && !['INPUT', 'SELECT'].includes(document.activeElement.tagName)) { document.querySelector('input[type=search]')?.focus(); event.preventDefault(); }
    });
    this.route();
  }

  print(on) {
    this.view?.print?.(on);
    this.panel.grid?.print(on);
  }

  go(parameters, quietly = false) {
    const hash = '#' + new URLSearchParams(parameters);
    if (!quietly) { location.hash = hash; return; }
    history.replaceState(null, '', hash);
    this.route();
  }

  route() {
    const route = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    const panel = PANELS.find(kind => kind in route);
    if (panel && !route.view) {
      if (this.panel.element.hidden) this.opener = this.main.contains(document.activeElement) ? document.activeElement : null;
      if (!this.base) this.show({ view: panel === 'user' ? 'people' : KINDS.find(([kind]) => kind === panel)[1] });
      this.panel.show(panel, route[panel]);
      return;
    }
    const former = !this.panel.element.hidden && (this.panel.element.contains(document.activeElement) || document.activeElement === document.body);
    this.panel.hide();
    this.show(this.tabs.some(([view]) => view === route.view) ? route : { view: 'overview' });
    // Back to where the panel was opened from, if that is still there.
    if (former) (this.opener?.isConnected ? this.opener : this.main.querySelector('.grid') ?? this.main).focus({ preventScroll: true });
  }

  show(route) {
    const isSame = this.base && JSON.stringify(this.base) === JSON.stringify(route);
    const isUpdate = this.base?.view === route.view && this.view?.update;
    this.base = route;
    if (isSame) return;
    if (isUpdate) { this.view.update(route); return; }
    this.view?.end?.();
    const kind = KINDS.find(([, view]) => view === route.view);
    this.view = route.view === 'people' ? new PeopleView(this.model, route, (...to) => this.go(...to))
      : kind ? new ThingsView(this.model, route, (...to) => this.go(...to), ...kind)
      : { element: route.view === 'findings' ? findings(this.model, route) : route.view === 'changes' ? changes(this.model) : overview(this.model) };
    document.querySelectorAll('#tabs a').forEach(tab => (tab.dataset.view === route.view ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current')));
    this.main.replaceChildren(this.view.element);
    this.main.scrollTop = 0;
    this.view.grid?.draw();
    if (route.rule) this.main.querySelector('#rule-' + CSS.escape(route.rule))?.scrollIntoView();
  }
}

load().then(model => { new App(model); requestAnimationFrame(() => { performance.mark('ready', { detail: model.size }); document.body.dataset.ready = 'yes'; }); }, failure => {
  document.getElementById('main').replaceChildren(h('p', { class: 'loading', role: 'alert' }, `This report cannot be opened: ${failure.message}. A browser of 2024 or later is needed.`));
});
