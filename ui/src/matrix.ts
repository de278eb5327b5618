import type { Data, Requirement, Scheme } from './data';
import { el, fold, openFold, plural } from './dom';
import { badge, place, weight, wordOf, worst, classOf } from './verdict';

const topics: [string, string][] = [
  ['passwords', 'Passwords'], ['access-control', 'Access control'], ['identity', 'Identity'], ['updates', 'Updates and support'], ['vulnerability-handling', 'Vulnerability handling'], ['secure-storage', 'Secure storage'],
  ['cryptography', 'Cryptography'], ['communication', 'Communication'], ['attack-surface', 'Attack surface'], ['integrity', 'Integrity'], ['personal-data', 'Personal data'], ['resilience', 'Resilience'], ['safety', 'Safety'],
  ['telemetry', 'Telemetry'], ['monitoring', 'Monitoring and network'], ['deletion', 'Deletion'], ['input', 'Input'], ['logging', 'Logging'], ['supply-chain', 'Parts and suppliers'], ['process', 'Process'], ['papers', 'Papers'],
];
const known = new Set(topics.map(([id]) => id));
const topicOf = (r: Requirement) => (r.topic && known.has(r.topic) ? r.topic : 'process');

interface Filter { verdict: string; basis: string; mandatory: boolean; text: string; scheme: string; topic: string }

/* A word as a shell takes it. */
const shell = (word: string) => (/^[A-Za-z0-9:._-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`);

export function requirementId(scheme: string, r: { catalogue: string; id: string }): string {
  return `r-${scheme}-${r.catalogue === scheme ? '' : r.catalogue + '-'}${r.id}`.replace(/[^A-Za-z0-9._-]+/g, '_');
}

function requirementBody(data: Data, s: Scheme, r: Requirement): Node[] {
  const id = requirementId(s.id, r);
  const parts: Node[] = ([el('p', { class: 'why' }, r.why), r.from && r.from > data.on ? el('p', {}, `Asked from ${r.from}: judged ahead, and no fail today.`) : null, r.settled ? el('p', {}, `Settled by ${r.settled.by}: ${r.settled.why}`) : null, r.treated ? el('p', {}, 'A treatment counts for the system; the device’s verdict stays.') : null, el('p', { class: 'small' }, `${r.catalogue}, ${r.id}. `, el('a', { href: `#${id}` }, 'Link to this'), ' · ', el('code', {}, `assay explain ${shell(`${s.id}:${r.id}`)} product.assay`))] as (Node | null)[]).filter((n): n is Node => n !== null);
  if (r.note) parts.push(el('p', { class: 'small' }, r.note));
  for (const n of r.checks) {
    const c = data.checks[n];
    if (!c) continue;
    const list = el('ul', { class: 'findings' });
    for (const f of c.findings.slice(0, 200)) list.append(el('li', {}, f.unknown ? `${f.what ?? ''}: ${f.unknown}` : f.sentence, place(f) ? el('span', { class: 'place' }, place(f)) : null));
    const more = c.findings.length + (c.more ?? 0) - Math.min(c.findings.length, 200);
    if (more) list.append(el('li', {}, `and ${more.toLocaleString('en')} more: see verdict.json`));
    for (const m of c.missing) list.append(el('li', { class: 'small' }, `not seen: ${m.class}${m.reason ? ` (${m.reason})` : ''}${m.bring ? `; bring ${m.bring}` : ''}`));
    parts.push(el('section', { class: `check is-${classOf(c.outcome)}` }, el('h4', {}, badge(c.outcome), ' ', c.asks), el('p', { class: 'small mono' }, `${c.id} · rests on what is ${c.by ?? 'stated'}`), list));
  }
  for (const q of r.questions) {
    const question = data.questions[q.id];
    parts.push(el('section', { class: `check is-${classOf(q.outcome)}` }, el('h4', {}, badge(q.outcome), ' ', question?.sentence ?? q.id),
      el('p', { class: 'small' }, q.answer ? `answered “${q.answer}”${q.author ? ` by ${q.author}` : ''}` : `nobody has answered it${question?.asked_of ? `; it is asked of: ${question.asked_of}` : ''}`, ' ', el('span', { class: 'mono' }, q.id))));
  }
  for (const t of r.trees ?? []) {
    const steps = el('ol', { class: 'tree' });
    for (const s of t.path) steps.append(el('li', {}, el('span', { class: 'mono' }, s.node), ` ${r.asks?.[s.node] ?? ''} `, el('b', {}, s.answer)));
    parts.push(el('section', { class: `check is-${classOf(t.verdict)}` }, el('h4', {}, badge(t.verdict), ' ', t.of), steps));
  }
  if (r.more_trees) parts.push(el('p', { class: 'small' }, `and ${r.more_trees.toLocaleString('en')} more that were walked: see verdict.json`));
  return parts;
}

export function requirementFold(data: Data, s: Scheme, r: Requirement): HTMLDetailsElement {
  return fold([badge(r.verdict), ' ', el('span', { class: 'mono' }, `${r.id}`), ' ', r.title, ' ', el('span', { class: 'small' }, [r.mandatory ? 'mandatory' : 'recommended', r.from && r.from > data.on ? `from ${r.from}` : '', r.settled ? (r.settled.by === 'risk assessment' ? 'not applicable on the maker’s risk assessment; by the evidence as shown' : r.settled.by) : '', r.basis === 'none' ? '' : r.basis, r.confidence && r.confidence !== 'confirmed' ? `${r.confidence} source` : ''].filter(Boolean).join(' · '))],
    () => requirementBody(data, s, r), { id: requirementId(s.id, r), class: `requirement ${classOf(r.verdict)}` });
}

function fits(f: Filter, s: Scheme, r: Requirement): boolean {
  if (f.scheme && s.id !== f.scheme) return false;
  if (f.topic && topicOf(r) !== f.topic) return false;
  if (f.verdict && r.verdict !== f.verdict) return false;
  if (f.basis && r.basis !== f.basis) return false;
  if (f.mandatory && !r.mandatory) return false;
  return !f.text || `${r.id} ${r.title} ${r.why} ${r.catalogue}`.toLowerCase().includes(f.text);
}

interface Choice { label: HTMLElement; set: (v: string) => void }

function choice(label: string, options: [string, string][], change: (v: string) => void): Choice {
  const select = el('select', {}, ...options.map(([value, text]) => el('option', { value }, text)));
  select.addEventListener('change', () => change(select.value));
  return { label: el('label', {}, el('span', {}, label), select), set: (v) => { select.value = v; } };
}

const verdicts: [string, string][] = [['', 'all'], ['fail', 'fails'], ['inconclusive', 'open'], ['pass', 'passes'], ['not applicable', 'not applicable']];
const bases: [string, string][] = [['', 'anything'], ['observed', 'observation'], ['tool', 'another tool'], ['declared', 'declaration'], ['documented', 'documents'], ['tested by a person', 'a laboratory\'s test'], ['judged by a person', 'a person']];
const limit = 150;

/* One stop of the Tab key for the whole table; in it the arrow keys walk, over the gaps. */
function walkable(table: HTMLTableElement): void {
  const rows = [...table.tBodies[0]!.rows].map((tr) => [...tr.cells].map((td) => td.querySelector<HTMLButtonElement>('button')));
  const cells = rows.flat().filter((b) => b !== null);
  for (const b of cells) b.tabIndex = -1;
  if (cells[0]) cells[0].tabIndex = 0;
  const to = (b: HTMLButtonElement | null | undefined) => { if (!b) return; for (const c of cells) c.tabIndex = -1; b.tabIndex = 0; b.focus(); };
  const along = (line: (HTMLButtonElement | null)[], from: number, step: number) => { for (let i = from + step; i >= 0 && i < line.length; i += step) if (line[i]) return line[i]; return undefined; };
  table.addEventListener('focusin', (e) => { if (e.target instanceof HTMLButtonElement && e.target.tabIndex < 0) to(e.target); });
  table.addEventListener('keydown', (e) => {
    const y = rows.findIndex((r) => r.includes(e.target as HTMLButtonElement));
    if (y < 0 || e.ctrlKey || e.altKey || e.metaKey) return;
    const row = rows[y]!, x = row.indexOf(e.target as HTMLButtonElement), column = rows.map((r) => r[x] ?? null);
    const keys: Record<string, () => HTMLButtonElement | null | undefined> = {
      ArrowRight: () => along(row, x, 1), ArrowLeft: () => along(row, x, -1), ArrowDown: () => along(column, y, 1), ArrowUp: () => along(column, y, -1),
      Home: () => along(row, -1, 1), End: () => along(row, row.length, -1),
    };
    const go = keys[e.key];
    if (!go) return;
    e.preventDefault();
    to(go());
  });
}

export interface Matrix { section: HTMLElement; follow: () => void; unfold: () => void }

/* follow() does what the address of the page says: a filter (scheme=eu-cra&topic=passwords), or one requirement (r-...). unfold() lists all
 * that fails, for a print. */
export function matrix(data: Data): Matrix {
  const judged = data.schemes.filter((s) => s.verdict !== 'not judged');
  const none = (): Filter => ({ verdict: '', basis: '', mandatory: false, text: '', scheme: '', topic: '' });
  let filter = none();
  const list = el('div', { class: 'requirements' });
  const count = el('p', { class: 'small', role: 'status' });
  const tableBox = el('div', { class: 'scroll' });

  const draw = (isWhole = false) => {
    list.replaceChildren();
    let fit = 0, shown = 0;
    for (const s of judged) {
      const hits = s.requirements.filter((r) => fits(filter, s, r)).sort((a, b) => weight(b.verdict) - weight(a.verdict));
      if (!hits.length) continue;
      const room = Math.min(hits.length, Math.max(limit - shown, isWhole ? hits.filter((r) => r.verdict === 'fail').length : 0));
      fit += hits.length;
      if (room <= 0) continue;
      shown += room;
      list.append(el('h3', {}, s.title, ' ', el('span', { class: 'small' }, plural(hits.length, 'requirement'))), ...hits.slice(0, room).map((r) => requirementFold(data, s, r)));
    }
    if (fit > shown) list.append(el('p', { class: 'small' }, `${(fit - shown).toLocaleString('en')} more fit: choose a scheme or a topic.`));
    count.textContent = !fit ? 'No requirement fits this choice.' : fit > shown ? `${shown} of ${plural(fit, 'requirement')} shown` : `${plural(fit, 'requirement')} shown`;
    for (const b of tableBox.querySelectorAll<HTMLElement>('.cell')) {
      const chosen = b.dataset['scheme'] === filter.scheme && b.dataset['topic'] === filter.topic;
      b.classList.toggle('chosen', chosen);
      b.setAttribute('aria-pressed', String(chosen));
    }
    scheme.set(filter.scheme); topic.set(filter.topic); verdict.set(filter.verdict); basis.set(filter.basis);
    search.value = filter.text; mandatory.checked = filter.mandatory;
  };
  /* The address follows the choice, so that it can be sent to somebody; without a step in the history for each. */
  const choose = (change: Partial<Filter>) => {
    filter = { ...filter, ...change };
    const words = new URLSearchParams();
    for (const [k, v] of Object.entries(filter)) if (v) words.set(k, v === true ? 'yes' : String(v));
    try { history.replaceState(null, '', `#${words.size ? words : 'matrix'}`); } catch { /* a page from a mail attachment may not */ }
    draw();
  };

  const used = topics.filter(([id]) => judged.some((s) => s.requirements.some((r) => topicOf(r) === id)));
  const scheme = choice('Scheme', [['', 'all'], ...judged.map((s): [string, string] => [s.id, s.title])], (v) => choose({ scheme: v }));
  const topic = choice('Topic', [['', 'all'], ...used], (v) => choose({ topic: v }));
  const verdict = choice('Verdict', verdicts, (v) => choose({ verdict: v }));
  const basis = choice('Known by', bases, (v) => choose({ basis: v }));
  const search = el('input', { type: 'search', placeholder: 'words or a clause' });
  search.addEventListener('input', () => choose({ text: search.value.toLowerCase() }));
  const mandatory = el('input', { type: 'checkbox' });
  mandatory.addEventListener('change', () => choose({ mandatory: mandatory.checked }));
  const clear = el('button', { type: 'button', class: 'clear' }, 'Show all');
  clear.addEventListener('click', () => choose(none()));

  const table = el('table', { class: 'matrix', role: 'grid', 'aria-label': 'The worst verdict of each topic in each scheme' });
  table.append(el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Topic'), ...judged.map((s) => el('th', { scope: 'col', title: s.title }, el('span', {}, s.id))))));
  const body = el('tbody');
  for (const [id, name] of used) {
    body.append(el('tr', {}, el('th', { scope: 'row' }, name), ...judged.map((s) => {
      const rs = s.requirements.filter((r) => topicOf(r) === id);
      if (!rs.length) return el('td', {});
      const v = worst(rs.map((r) => r.verdict));
      const label = `${name}, ${s.title}: ${wordOf(v)}, ${plural(rs.length, 'requirement')}`;
      const b = el('button', { type: 'button', class: `cell ${classOf(v)}`, title: label, 'aria-label': label, 'data-scheme': s.id, 'data-topic': id }, badge(v, ''));
      b.addEventListener('click', () => {
        const same = filter.scheme === s.id && filter.topic === id;
        choose(same ? { scheme: '', topic: '' } : { scheme: s.id, topic: id });
        if (!same) filters.scrollIntoView({ block: 'start' });
      });
      return el('td', {}, b);
    })));
  }
  table.append(body);
  tableBox.append(table);
  walkable(table);

  const legend = el('p', { class: 'legend small' }, ...(['fail', 'inconclusive', 'pass', 'not applicable'] as const).map((v) => badge(v)));
  const filters = el('form', { class: 'filters', 'aria-label': 'Filters' }, scheme.label, topic.label, verdict.label, basis.label,
    el('label', {}, el('span', {}, 'Find'), search), el('label', { class: 'check-label' }, mandatory, el('span', {}, 'mandatory only')), clear);
  filters.addEventListener('submit', (e) => e.preventDefault());
  for (const part of [filters, tableBox] as HTMLElement[]) part.addEventListener('keydown', (e) => { if (e.key === 'Escape') { e.preventDefault(); choose(none()); } });
  draw();

  const openOne = (id: string) => {
    let d = document.getElementById(id) as HTMLDetailsElement | null;
    if (!d) {
      filter = none();
      for (const s of judged) if (s.requirements.some((r) => requirementId(s.id, r) === id)) filter.scheme = s.id;
      if (!filter.scheme) return;
      draw();
      d = document.getElementById(id) as HTMLDetailsElement | null;
    }
    if (!d) return;
    openFold(d);
    d.scrollIntoView({ block: 'start' });
    d.querySelector('summary')?.focus({ preventScroll: true });
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (hash.startsWith('r-')) return openOne(decodeURIComponent(hash));
    if (!hash.includes('=')) { document.getElementById(hash)?.scrollIntoView({ block: 'start' }); return; }
    const words = new URLSearchParams(hash), get = (k: string) => words.get(k) ?? '';
    filter = { verdict: get('verdict'), basis: get('basis'), mandatory: get('mandatory') === 'yes', text: get('text').toLowerCase(), scheme: get('scheme'), topic: get('topic') };
    draw();
    filters.scrollIntoView({ block: 'start' });
  };
  return { section: el('section', { id: 'matrix', 'aria-labelledby': 'matrix-title' }, el('h2', { id: 'matrix-title' }, 'Every requirement'), el('p', { class: 'small' }, 'The worst verdict of each topic in each scheme. Choose a cell to see its requirements: by keys, the arrows walk and Enter chooses; Escape shows all again.'), legend, tableBox, filters, count, list), follow, unfold: () => draw(true) };
}
