import type { Cell, Data, Table } from './data';
import { el, fold, hex, plural, size } from './dom';

const column = (t: Table | undefined, name: string) => t?.columns.indexOf(name) ?? -1;
const yesNo = (v: Cell) => (v === null ? '?' : v === 1 ? 'yes' : v === 0 ? 'no' : String(v));
const flags = new Set(['pie', 'nx', 'canary', 'fortify', 'stripped', 'listens', 'can_login', 'enabled', 'locked']);

function plainTable(t: Table, caption: string): HTMLElement {
  const head = el('tr', {}, ...t.columns.map((c) => el('th', { scope: 'col' }, c.replace('_', ' '))));
  const rows = t.rows.map((r) => el('tr', {}, ...r.map((v, i) => {
    const name = t.columns[i] ?? '';
    const text = flags.has(name) ? yesNo(v) : v === null ? '' : name === 'at' && typeof v === 'number' ? hex(v) : String(v);
    return el('td', { class: typeof v === 'number' && !flags.has(name) ? 'number' : name === 'path' ? 'mono' : undefined }, text);
  })));
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, el('table', { class: 'plain' }, el('caption', {}, caption), el('thead', {}, head), el('tbody', {}, ...rows)));
}

const words: Record<string, string> = { yes: 'explained', part: 'read in part', empty: 'padding', encrypted: 'looks encrypted', unknown: 'unknown' };

/* The image as a bar: the outermost regions, each as wide as it is long. */
function bar(data: Data, input: Data['inputs'][number]): HTMLElement | null {
  const t = data.evidence['regions'];
  if (!t) return null;
  const c = (n: string) => column(t, n);
  const outer = t.rows.filter((r) => r[c('input')] === input.id && r[c('parent')] === null);
  if (!outer.length) return null;
  const total = Math.max(input.size, 1);
  const strip = el('div', { class: 'bar', role: 'img', 'aria-label': `Regions of ${input.name}` });
  const sums: Record<string, number> = {};
  for (const r of outer) {
    const bytes = Number(r[c('size')]), readable = String(r[c('readable')]);
    sums[readable] = (sums[readable] ?? 0) + bytes;
    const part = el('span', { class: `region ${readable}`, title: `${hex(Number(r[c('at')]))}: ${r[c('kind')]}, ${size(bytes)}, ${words[readable] ?? readable}` });
    part.style.setProperty('flex-grow', String(Math.max(bytes / total, 0.002)));
    strip.append(part);
  }
  const legend = el('p', { class: 'legend small' }, ...Object.entries(sums).sort().map(([k, n]) => el('span', {}, el('i', { class: `region ${k}`, 'aria-hidden': 'true' }), `${words[k] ?? k} ${((n / total) * 100).toFixed(1)} %`)));
  const list = el('ul', { class: 'small mono regions' }, ...t.rows.filter((r) => r[c('input')] === input.id).slice(0, 400).map((r) =>
    el('li', {}, `${hex(Number(r[c('at')]))} ${r[c('kind')]}${r[c('name')] ? ` “${r[c('name')]}”` : ''}, ${size(Number(r[c('size')]))}${r[c('unpacked')] ? ` → ${size(Number(r[c('unpacked')]))}` : ''}, ${words[String(r[c('readable')])] ?? ''}${r[c('parent')] ? ` (inside region ${r[c('parent')]})` : ''}`)));
  return el('figure', {}, el('figcaption', {}, `${input.name}, ${size(input.size)}`), strip, legend, fold(['All regions'], () => [list]));
}

const tables: [string, string][] = [
  ['accounts', 'Accounts'], ['services', 'Services'], ['starts', 'What is started'], ['secrets', 'Keys and secrets'], ['certificates', 'Certificates'], ['components', 'Components'], ['programs', 'Programs and their defences'], ['coverage', 'What was looked at'], ['runs', 'Who looked'],
];

export function evidence(data: Data): HTMLElement {
  const section = el('section', { id: 'evidence', 'aria-labelledby': 'evidence-title' }, el('h2', { id: 'evidence-title' }, 'Evidence'));
  for (const input of data.inputs) {
    const b = bar(data, input);
    if (b) section.append(b);
  }
  for (const [name, title] of tables) {
    const t = data.evidence[name];
    if (t?.rows.length) section.append(fold([title, ' ', el('span', { class: 'small' }, plural(t.rows.length, 'row'))], () => [plainTable(t, title)], { class: 'evidence-table' }));
  }
  return section;
}
