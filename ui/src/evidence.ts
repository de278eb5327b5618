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

interface Region { id: number; parent: number | null; at: number; size: number; kind: string; name: string; unpacked: boolean; readable: string }

function regionsOf(data: Data, input: number): Region[] {
  const t = data.evidence['regions'];
  if (!t) return [];
  const c = (n: string) => column(t, n);
  return t.rows.filter((r) => r[c('input')] === input).map((r) => ({
    id: Number(r[c('id')]), parent: r[c('parent')] === null ? null : Number(r[c('parent')]), at: Number(r[c('at')]), size: Number(r[c('size')]), kind: String(r[c('kind')]),
    name: String(r[c('name')] ?? ''), unpacked: r[c('unpacked')] !== null, readable: String(r[c('readable')]),
  }));
}

const bad: Record<string, number> = { yes: 0, empty: 0, part: 1, unknown: 2, encrypted: 3 };

/* What the file itself holds, from its first byte to its last: the innermost regions; what is packed shows the worst of what came out of it. */
function stripes(all: Region[], total: number): { at: number; size: number; kind: string; readable: string }[] {
  const of = (id: number | null) => all.filter((r) => r.parent === id);
  const worstOf = (r: Region): string => of(r.id).map(worstOf).reduce((a, b) => ((bad[b] ?? 0) > (bad[a] ?? 0) ? b : a), r.readable);
  const leaves: { at: number; size: number; kind: string; readable: string }[] = [];
  const walk = (r: Region) => {
    const inside = r.unpacked ? [] : of(r.id);
    if (!inside.length) { leaves.push({ at: r.at, size: r.size, kind: r.kind, readable: worstOf(r) }); return; }
    let at = r.at;
    for (const c of inside.sort((a, b) => a.at - b.at)) {
      if (c.at > at) leaves.push({ at, size: c.at - at, kind: r.kind, readable: r.readable });
      walk(c);
      at = Math.max(at, c.at + c.size);
    }
    if (r.at + r.size > at) leaves.push({ at, size: r.at + r.size - at, kind: r.kind, readable: r.readable });
  };
  of(null).sort((a, b) => a.at - b.at).forEach(walk);
  return leaves.filter((l) => l.size > 0 && l.at < total);
}

function bar(data: Data, input: Data['inputs'][number]): HTMLElement | null {
  const all = regionsOf(data, input.id), total = Math.max(input.size, 1), parts = stripes(all, total);
  if (!parts.length) return null;
  const sums: Record<string, number> = {};
  const strip = el('div', { class: 'bar', role: 'img' });
  for (const p of parts) {
    sums[p.readable] = (sums[p.readable] ?? 0) + p.size;
    const part = el('span', { class: `region ${p.readable}`, title: `${hex(p.at)}: ${p.kind}, ${size(p.size)}, ${words[p.readable] ?? p.readable}` });
    part.style.setProperty('flex-grow', String(Math.max(p.size / total, 0.004)));
    strip.append(part);
  }
  const share = (n: number) => (n / total < 0.001 ? 'under 0.1 %' : n < total && n / total > 0.999 ? 'over 99.9 %' : `${((n / total) * 100).toFixed(1)} %`);
  strip.setAttribute('aria-label', `${input.name}: ${Object.entries(sums).sort().map(([k, n]) => `${words[k] ?? k} ${share(n)}`).join(', ')}`);
  const legend = el('p', { class: 'legend small' }, ...Object.entries(sums).sort().map(([k, n]) => el('span', {}, el('i', { class: `region ${k}`, 'aria-hidden': 'true' }), `${words[k] ?? k} ${share(n)}`)));
  const shown = 400;
  const lines = (parent: number | null, depth: number): Node[] => all.filter((r) => r.parent === parent).flatMap((r) => [
    el('li', { class: `depth-${Math.min(depth, 5)}` }, `${hex(r.at)} ${r.kind}${r.name ? ` “${r.name}”` : ''}, ${size(r.size)}, ${words[r.readable] ?? r.readable}`), ...lines(r.id, depth + 1)]);
  return el('figure', {}, el('figcaption', {}, `${input.name}, ${size(input.size)}`), strip, legend,
    fold(['All regions ', el('span', { class: 'small' }, plural(all.length, 'region'))], () => {
      const list = lines(null, 0);
      return [el('ul', { class: 'small mono regions' }, ...list.slice(0, shown)), list.length > shown ? el('p', { class: 'small' }, `and ${list.length - shown} more: assay facts product.assay region`) : el('span')];
    }));
}

/* Days that matter, in order: laws, the support period, certificates. */
function dates(data: Data): HTMLElement | null {
  const list: [string, string][] = [[data.on, 'the day this was judged for']];
  const days = new Map<string, { on: string; what: string; titles: string[] }>();
  for (const s of data.schemes) for (const d of s.verdict === 'not judged' ? [] : (s.dates ?? (s.next_date ? [s.next_date] : []))) {
    const key = `${d.on} ${d.what}`, known = days.get(key);
    if (known) known.titles.push(s.title); else days.set(key, { ...d, titles: [s.title] });
  }
  const until = data.profile['support.until'], placed = data.profile['placed-on-market'];
  for (const d of days.values()) list.push([d.on, d.titles.length > 2 ? d.what : `${d.titles.join(', ')}: ${d.what}`]);
  if (until && ![...days.values()].some((d) => d.on.startsWith(until))) list.push([until, 'the support period ends']);
  if (placed) list.push([placed, 'placed on the market']);
  const t = data.evidence['certificates'];
  for (const r of t?.rows.slice(0, 20) ?? []) if (r[column(t, 'ends')]) list.push([String(r[column(t, 'ends')]).slice(0, 10), `the certificate of ${r[column(t, 'subject')]} ends`]);
  if (list.length < 2) return null;
  list.sort((a, b) => a[0].localeCompare(b[0]));
  return fold(['Dates ', el('span', { class: 'small' }, plural(list.length, 'day'))], () => [el('ul', { class: 'dates' }, ...list.map(([on, what]) => el('li', { class: on < data.on ? 'past' : on === data.on ? 'today' : undefined }, el('b', {}, on), ' ', what)))], { class: 'evidence-table' });
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
  const days = dates(data);
  if (days) section.append(days);
  for (const [name, title] of tables) {
    const t = data.evidence[name];
    if (t?.rows.length) section.append(fold([title, ' ', el('span', { class: 'small' }, plural(t.rows.length, 'row'))], () => [plainTable(t, title)], { class: 'evidence-table' }));
  }
  return section;
}
