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

export function requirementId(s: Scheme, r: Requirement): string {
  return `r-${s.id}-${r.catalogue === s.id ? '' : r.catalogue + '-'}${r.id}`.replace(/[^A-Za-z0-9._-]+/g, '_');
}

function requirementBody(data: Data, r: Requirement): Node[] {
  const parts: Node[] = [el('p', { class: 'why' }, r.why)];
  if (r.note) parts.push(el('p', { class: 'small' }, r.note));
  for (const n of r.checks) {
    const c = data.checks[n];
    if (!c) continue;
    const list = el('ul', { class: 'findings' });
    for (const f of c.findings.slice(0, 200)) list.append(el('li', {}, f.unknown ? `${f.what ?? ''}: ${f.unknown}` : f.sentence, place(f) ? el('span', { class: 'place' }, place(f)) : null));
    if (c.findings.length > 200) list.append(el('li', {}, `and ${c.findings.length - 200} more: see verdict.json`));
    for (const m of c.missing) list.append(el('li', { class: 'small' }, `not seen: ${m.class}${m.reason ? ` (${m.reason})` : ''}${m.bring ? `; bring ${m.bring}` : ''}`));
    parts.push(el('section', { class: 'check' }, el('h4', {}, badge(c.outcome), ' ', c.asks), el('p', { class: 'small mono' }, `${c.id} · rests on what is ${c.by ?? 'stated'}`), list));
  }
  for (const q of r.questions) {
    const question = data.questions[q.id];
    parts.push(el('section', { class: 'check' }, el('h4', {}, badge(q.outcome), ' ', question?.sentence ?? q.id),
      el('p', { class: 'small' }, q.answer ? `answered “${q.answer}”${q.author ? ` by ${q.author}` : ''}` : `nobody has answered it${question?.asked_of ? `; it is asked of: ${question.asked_of}` : ''}`, ' ', el('span', { class: 'mono' }, q.id))));
  }
  for (const t of r.trees ?? []) {
    const steps = el('ol', { class: 'tree' });
    for (const s of t.path) steps.append(el('li', {}, el('span', { class: 'mono' }, s.node), ` ${s.asks ?? ''} `, el('b', {}, s.answer)));
    parts.push(el('section', { class: 'check' }, el('h4', {}, badge(t.verdict), ' ', t.of), steps));
  }
  return parts;
}

export function requirementFold(data: Data, s: Scheme, r: Requirement): HTMLDetailsElement {
  return fold([badge(r.verdict), ' ', el('span', { class: 'mono' }, `${r.id}`), ' ', r.title, ' ', el('span', { class: 'small' }, [r.mandatory ? 'mandatory' : 'recommended', r.basis, r.confidence && r.confidence !== 'confirmed' ? `${r.confidence} source` : ''].filter(Boolean).join(' · '))],
    () => requirementBody(data, r), { id: requirementId(s, r), class: `requirement ${classOf(r.verdict)}` });
}

function fits(f: Filter, s: Scheme, r: Requirement): boolean {
  if (f.scheme && s.id !== f.scheme) return false;
  if (f.topic && topicOf(r) !== f.topic) return false;
  if (f.verdict && r.verdict !== f.verdict) return false;
  if (f.basis && r.basis !== f.basis) return false;
  if (f.mandatory && !r.mandatory) return false;
  return !f.text || `${r.id} ${r.title} ${r.why} ${r.catalogue}`.toLowerCase().includes(f.text);
}

function choice(label: string, options: [string, string][], change: (v: string) => void): HTMLElement {
  const select = el('select', {}, ...options.map(([value, text]) => el('option', { value }, text)));
  select.addEventListener('change', () => change(select.value));
  return el('label', {}, el('span', {}, label), select);
}

export function matrix(data: Data): HTMLElement {
  const judged = data.schemes.filter((s) => s.verdict !== 'not judged');
  const filter: Filter = { verdict: '', basis: '', mandatory: false, text: '', scheme: '', topic: '' };
  const list = el('div', { class: 'requirements', 'aria-live': 'polite' });
  const tableBox = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Topics and schemes' });

  const draw = () => {
    list.replaceChildren();
    let shown = 0;
    const limit = 300;
    for (const s of judged) {
      const hits = s.requirements.filter((r) => fits(filter, s, r)).sort((a, b) => weight(b.verdict) - weight(a.verdict));
      if (!hits.length) continue;
      const room = Math.max(0, limit - shown);
      shown += hits.length;
      if (!room) continue;
      list.append(el('h3', {}, s.title, ' ', el('span', { class: 'small' }, plural(hits.length, 'requirement'))), ...hits.slice(0, room).map((r) => requirementFold(data, s, r)));
    }
    if (shown > limit) list.append(el('p', { class: 'small' }, `${shown - limit} more fit: choose a scheme or a topic.`));
    if (!shown) list.append(el('p', {}, 'No requirement fits this choice.'));
  };

  const table = el('table', { class: 'matrix' }, el('caption', {}, 'The worst verdict of each topic in each scheme. Choose a cell to see its requirements.'));
  table.append(el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Topic'), ...judged.map((s) => el('th', { scope: 'col', title: s.title }, el('span', {}, s.id))))));
  const body = el('tbody');
  for (const [id, name] of topics) {
    const cells = judged.map((s) => ({ s, rs: s.requirements.filter((r) => topicOf(r) === id) }));
    if (!cells.some((c) => c.rs.length)) continue;
    body.append(el('tr', {}, el('th', { scope: 'row' }, name), ...cells.map(({ s, rs }) => {
      if (!rs.length) return el('td', {}, '');
      const v = worst(rs.map((r) => r.verdict));
      const b = el('button', { type: 'button', class: `cell ${classOf(v)}`, 'aria-label': `${name}, ${s.id}: ${wordOf(v)}, ${plural(rs.length, 'requirement')}` }, badge(v, ''));
      b.addEventListener('click', () => {
        const same = filter.scheme === s.id && filter.topic === id;
        filter.scheme = same ? '' : s.id;
        filter.topic = same ? '' : id;
        for (const old of table.querySelectorAll('.cell.chosen')) old.classList.remove('chosen');
        if (!same) b.classList.add('chosen');
        draw();
        if (!same) list.scrollIntoView({ block: 'start' });
      });
      return el('td', {}, b);
    })));
  }
  table.append(body);
  tableBox.append(table);

  const search = el('input', { type: 'search', placeholder: 'words or a clause' });
  search.addEventListener('input', () => { filter.text = search.value.toLowerCase(); draw(); });
  const mandatory = el('input', { type: 'checkbox' });
  mandatory.addEventListener('change', () => { filter.mandatory = mandatory.checked; draw(); });
  const filters = el('form', { class: 'filters', 'aria-label': 'Filters' },
    choice('Verdict', [['', 'all'], ['fail', 'fails'], ['inconclusive', 'open'], ['pass', 'passes'], ['not applicable', 'not applicable']], (v) => { filter.verdict = v; draw(); }),
    choice('Known by', [['', 'anything'], ['observed', 'observation'], ['declared', 'declaration'], ['documented', 'documents'], ['judged by a person', 'a person']], (v) => { filter.basis = v; draw(); }),
    choice('Scheme', [['', 'all'], ...judged.map((s): [string, string] => [s.id, s.id])], (v) => { filter.scheme = v; draw(); }),
    el('label', {}, el('span', {}, 'Find'), search),
    el('label', { class: 'check-label' }, mandatory, el('span', {}, 'mandatory only')));
  filters.addEventListener('submit', (e) => e.preventDefault());
  draw();
  return el('section', { id: 'matrix', 'aria-labelledby': 'matrix-title' }, el('h2', { id: 'matrix-title' }, 'Every requirement'), tableBox, filters, list);
}

/* A link to one requirement opens it, whatever the filters say. */
export function follow(data: Data): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id.startsWith('r-')) return;
  let d = document.getElementById(id) as HTMLDetailsElement | null;
  if (!d) {
    for (const s of data.schemes) {
      const r = s.requirements.find((x) => requirementId(s, x) === id);
      if (!r) continue;
      d = requirementFold(data, s, r);
      document.querySelector('.requirements')?.prepend(d);
      break;
    }
  }
  if (d) { openFold(d); d.scrollIntoView({ block: 'start' }); }
}
