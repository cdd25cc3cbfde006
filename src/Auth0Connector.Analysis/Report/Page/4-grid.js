// A table of any length: only the rows in sight exist. Arrow keys move, Enter opens, a screen reader gets counts and places.
const ROW = 48, SPARE = 8, MOST_PRINTED = 2000;

class Grid {
  constructor({ label, columns, open, cells, sort, prefix = 'row' }) {
    Object.assign(this, { columns, open, cells, sort, prefix, isPrinted: false, rows: [], at: 0, drawn: new Map() });
    this.head = h('div', { role: 'row', class: 'grid-head', 'aria-rowindex': 1 }, columns.map((column, index) => h('div', { role: 'columnheader', class: `cell ${column.class ?? ''}`, 'data-key': column.key },
      column.sort ? h('button', { type: 'button', onclick: () => sort(column.key) }, column.title) : column.title)));
    this.space = h('div', { class: 'grid-space', role: 'presentation' });
    this.body = h('div', { class: 'grid-body', role: 'rowgroup' }, this.space);
    this.note = h('p', { class: 'print-note' });
    this.element = h('div', { class: 'grid', role: 'grid', tabindex: 0, 'aria-label': label, 'aria-colcount': columns.length, onkeydown: event => this.key(event) },
      h('div', { role: 'rowgroup', class: 'grid-top' }, this.head), this.body, this.note);
    this.body.addEventListener('scroll', () => this.draw(), { passive: true });
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.body);
  }

  show(rows, sorted) {
    this.rows = rows;
    this.at = 0;
    this.drawn.forEach(row => row.remove());
    this.drawn.clear();
    this.space.style.height = `${rows.length * ROW}px`;
    this.body.scrollTop = 0;
    this.element.setAttribute('aria-rowcount', rows.length + 1);
    for (const cell of this.head.children) {
      const on = sorted && cell.dataset.key === sorted.key;
      if (cell.firstElementChild) cell.setAttribute('aria-sort', on ? (sorted.down ? 'descending' : 'ascending') : 'none');
    }
    this.draw();
  }

  draw() {
    const all = this.isPrinted;
    const first = all ? 0 : Math.max(0, Math.floor(this.body.scrollTop / ROW) - SPARE);
    const last = all ? Math.min(this.rows.length, MOST_PRINTED) : Math.min(this.rows.length, Math.ceil((this.body.scrollTop + this.body.clientHeight) / ROW) + SPARE);
    for (const [index, row] of this.drawn) {
      if (index < first || index >= last) { row.remove(); this.drawn.delete(index); }
    }
    for (let index = first; index < last; index++) {
      if (!this.drawn.has(index)) {
        const row = this.row(index);
        this.drawn.set(index, row);
        this.space.append(row);
      }
    }
    this.mark();
  }

  row(index) {
    const cells = this.cells(this.rows[index]);
    const row = h('div', { role: 'row', class: 'grid-row', id: `${this.prefix}-${index}`, 'aria-rowindex': index + 2, onclick: () => { this.at = index; this.mark(); this.open(this.rows[index]); } },
      cells.map((cell, column) => h('div', { role: 'gridcell', class: `cell ${this.columns[column].class ?? ''}` }, cell)));
    row.style.top = `${index * ROW}px`;
    return row;
  }

  mark() {
    this.drawn.forEach((row, index) => row.classList.toggle('at', index === this.at));
    if (this.drawn.has(this.at)) this.element.setAttribute('aria-activedescendant', `${this.prefix}-${this.at}`);
    else this.element.removeAttribute('aria-activedescendant');
  }

  key(event) {
    if (event.target !== this.element || !this.rows.length) return;
    const page = Math.max(1, Math.floor(this.body.clientHeight / ROW) - 1);
    const to = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, PageDown: this.at + page, PageUp: this.at - page, Home: 0, End: this.rows.length - 1 }[event.key];
    if (event.key === 'Enter') this.open(this.rows[this.at]);
    else if (to === undefined) return;
    else {
      this.at = Math.min(this.rows.length - 1, Math.max(0, to));
      const top = this.at * ROW;
      if (top < this.body.scrollTop) this.body.scrollTop = top;
      else if (top + ROW > this.body.scrollTop + this.body.clientHeight) this.body.scrollTop = top + ROW - this.body.clientHeight;
      this.draw();
    }
    event.preventDefault();
  }

  print(on) {
    this.isPrinted = on;
    this.note.textContent = on && this.rows.length > MOST_PRINTED ? `The first ${count(MOST_PRINTED)} of ${count(this.rows.length)} rows are printed; filter to print others.` : '';
    this.draw();
  }

  end() {
    this.watch.disconnect();
  }
}
