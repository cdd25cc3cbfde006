// Charts as inline SVG. Each has a name and its values as text, for whoever cannot see it.
function columns(title, rows) {
  const width = 520, height = 190, base = 150, most = Math.max(1, ...rows.map(row => row.value));
  const step = width / rows.length, bar = Math.min(56, step * 0.62);
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${title}: ${rows.map(row => `${row.label} ${count(row.value)}`).join(', ')}`, class: 'chart' },
    svg('line', { x1: 0, x2: width, y1: base + 0.5, y2: base + 0.5, class: 'axis' }));
  rows.forEach((row, index) => {
    const size = row.value ? Math.max(2, row.value / most * (base - 28)) : 0, x = index * step + (step - bar) / 2;
    drawing.append(
      svg('rect', { x, y: base - size, width: bar, height: size, rx: 3, class: row.mark ? 'bar marked' : 'bar' }, svg('title', null, `${row.label}: ${count(row.value)}`)),
      svg('text', { x: x + bar / 2, y: base - size - 7, class: 'value' }, count(row.value)),
      svg('text', { x: x + bar / 2, y: base + 20, class: 'label' }, row.label));
  });
  return h('figure', null, h('figcaption', null, title), drawing);
}

function meters(rows) {
  const most = Math.max(1, ...rows.map(row => row.value));
  return h('ul', { class: 'meters' }, rows.map(row => h('li', null,
    link(row.link, row.label), h('span', { class: 'amount' }, count(row.value)),
    svg('svg', { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { x: 0, y: 0, width: 100, height: 4, class: 'track' }),
      svg('rect', { x: 0, y: 0, width: Math.max(1, row.value / most * 100), height: 4, class: 'bar marked' })))));
}

function growth(title, points) {
  const width = 520, height = 190, left = 12, right = width - 70, top = 30, base = 150;
  const values = points.map(point => point.value), low = Math.min(...values), high = Math.max(...values), span = Math.max(1, high - low);
  const x = index => left + (right - left) * (points.length === 1 ? 1 : index / (points.length - 1));
  const y = value => base - (base - top) * (high === low ? 0.5 : (value - low) / span);
  return h('figure', null, h('figcaption', null, title),
    svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'chart', 'aria-label': `${title}: ${points.map(point => `${point.label} ${count(point.value)}`).join(', ')}` },
      svg('line', { x1: 0, x2: width, y1: base + 12.5, y2: base + 12.5, class: 'axis' }),
      svg('polyline', { points: points.map((point, index) => `${x(index)},${y(point.value)}`).join(' '), class: 'line' }),
      points.map((point, index) => [
        svg('circle', { cx: x(index), cy: y(point.value), r: 4, class: 'dot' }, svg('title', null, `${point.label}: ${count(point.value)}`)),
        index === 0 || index === points.length - 1 ? svg('text', { x: x(index), y: y(point.value) - 11, class: index ? 'value end' : 'value start' }, count(point.value)) : null,
        index === 0 || index === points.length - 1 ? svg('text', { x: x(index), y: base + 32, class: index ? 'label end' : 'label start' }, point.label) : null,
      ])));
}
