// Elements are made here and nowhere else. Texts only ever become text nodes, so no value can turn into markup.
const SVG = 'http://www.w3.org/2000/svg';

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

const h = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
const svg = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);

const numbers = new Intl.NumberFormat('en');
const count = value => numbers.format(value);
const plural = (value, one, many) => `${count(value)} ${value === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = value => String(value).padStart(2, '0');

function day(seconds) {
  if (!seconds) return '';
  const date = new Date(seconds * 1000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function moment(seconds) {
  if (!seconds) return '';
  const date = new Date(seconds * 1000);
  return `${day(seconds)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
}

const link = (parameters, ...children) => h('a', { href: '#' + new URLSearchParams(parameters) }, ...children);
const badge = (kind, text) => h('span', { class: `badge ${kind}` }, text);
