import './style.css';
import { read, type Data, type Fix } from './data';
import { el, fold, openFold, plural } from './dom';
import { evidence } from './evidence';
import { foot } from './foot';
import { head } from './head';
import { matrix, requirementId, type Matrix } from './matrix';
import { papers } from './papers';
import { markets, type Market } from './sums';
import { place } from './verdict';

/* ---- what to mend ---- */

/* A question that was answered so that it fails: what was said, and who said it. */
function answerTo(data: Data, f: Fix): { answer?: string; author?: string } | undefined {
  for (const at of f.reached) {
    const r = data.schemes.find((s) => s.id === at.scheme)?.requirements.find((x) => x.id === at.id && x.catalogue === at.catalogue);
    const q = r?.questions.find((x) => x.id === f.question && x.answer);
    if (q) return q;
  }
  return undefined;
}

function fix(data: Data, all: Market[], f: Fix): HTMLElement {
  const c = f.check !== undefined ? data.checks[f.check] : undefined;
  const failing = c?.findings.filter((x) => !x.unknown) ?? [];
  const total = Math.max(c?.failing ?? 0, failing.length);
  const question = f.question ? data.questions[f.question] : undefined;
  const said = f.question ? answerTo(data, f) : undefined;
  const where = (list: typeof failing) => list.map((x) => el('li', {}, x.sentence, place(x) ? el('span', { class: 'place' }, place(x)) : null));
  const clauses = new Map<string, Map<string, Fix['reached'][number]>>();
  for (const r of f.reached) {
    const of = clauses.get(r.scheme) ?? new Map<string, Fix['reached'][number]>();
    clauses.set(r.scheme, of.set(requirementId(r.scheme, r), r));
  }
  const titleOf = (id: string) => data.schemes.find((s) => s.id === id)?.title ?? id;
  const names = all.filter((m) => m.id !== 'international' && m.schemes.some((s) => f.reached.some((r) => r.mandatory && !r.ahead && r.scheme === s.id))).map((m) => m.name);
  const li = el('li', { class: 'fix' },
    el('h3', {}, failing[0]?.sentence ?? question?.sentence ?? c?.asks ?? '', failing.length > 1 ? el('span', { class: 'small' }, ` and ${(total - 1).toLocaleString('en')} more`) : null),
    failing[0] && place(failing[0]) ? el('p', { class: 'place' }, place(failing[0])) : null,
    said ? el('p', {}, `Answered “${said.answer}”${said.author ? ` by ${said.author}` : ''}: that is what fails.`) : null,
    c?.fix ? el('p', {}, el('b', {}, 'To mend: '), c.fix) : null,
    el('p', { class: 'small' }, f.schemes ? `Keeps ${plural(f.schemes, 'scheme')} from passing` : f.later ? 'Fails what is asked later' : 'Fails recommendations only', names.length ? `, in: ${names.join(', ')}` : '', f.opens ? `; the only thing that fails in ${plural(f.opens, 'scheme')}` : '', f.later?.schemes ? `; ${plural(f.later.schemes, 'scheme')} more from ${f.later.from} on` : '', '. ', el('span', { class: 'mono' }, c?.id ?? f.question ?? '')));
  if (failing.length > 1) li.append(fold([total > failing.length ? `The first ${failing.length} places of ${total.toLocaleString('en')}` : `All ${failing.length} places`], () => [el('ul', { class: 'findings' }, ...where(failing))], { class: 'places' }));
  const clauseCount = [...clauses.values()].reduce((n, ids) => n + ids.size, 0);
  li.append(fold(['Why it matters: ', plural(clauseCount, 'clause')], () => [el('ul', { class: 'small' }, ...[...clauses].map(([s, ids]) => el('li', {}, el('b', {}, titleOf(s)), ': ', ...[...ids].flatMap(([id, r], n) => [n ? ', ' : '', el('a', { href: `#${id}` }, r.id), r.ahead ? ` (from ${r.ahead})` : r.mandatory ? '' : ' (recommended)']))))]));
  if (c?.risk) li.append(el('p', { class: 'small' }, `May be wrong when: ${c.risk}`));
  return li;
}

function fixes(data: Data): HTMLElement {
  const all = markets(data);
  const section = el('section', { id: 'fix', 'aria-labelledby': 'fix-title' }, el('h2', { id: 'fix-title' }, 'Fix first'));
  if (!data.fixes.length) section.append(el('p', {}, 'Nothing that was looked at fails.'));
  section.append(el('ol', { class: 'fixes' }, ...data.fixes.slice(0, 8).map((f) => fix(data, all, f))));
  if (data.fixes.length > 8) section.append(fold([`${data.fixes.length - 8} more`], () => [el('ol', { class: 'fixes', start: 9 }, ...data.fixes.slice(8).map((f) => fix(data, all, f)))], { class: 'more' }));
  return section;
}

/* ---- what is owed ---- */

function owed(data: Data): HTMLElement {
  const rows = (list: Data['owed']) => list.map((o) => {
    const q = o.question ? data.questions[o.question] : undefined;
    return el('li', {}, q ? q.sentence : `Bring ${o.bring ?? `what shows “${o.class}”`}${o.reason ? ` (${o.reason})` : ''}`,
      el('span', { class: 'place' }, `${plural(o.mandatory, 'mandatory requirement waits', 'mandatory requirements wait')} for it, in ${plural(o.schemes, 'scheme')}${o.later ? `, and ${o.later.mandatory} more from ${o.later.from} on` : ''} · `, el('span', { class: 'mono' }, o.question ?? o.class ?? ''), q?.for ? ` · for each ${q.for}` : '', q?.asked_of ? ` · asked of: ${q.asked_of}` : ''));
  });
  const section = el('section', { id: 'open', 'aria-labelledby': 'open-title' }, el('h2', { id: 'open-title' }, 'Open questions and missing inputs'));
  if (!data.owed.length) section.append(el('p', {}, 'Nothing is owed: every requirement that applies is decided.'));
  else section.append(el('p', { class: 'small' }, 'Best first. Answers go into the product file, or: ', el('code', {}, 'assay answer product.assay QUESTION VALUE --author NAME'), '.'), el('ol', { class: 'owed' }, ...rows(data.owed.slice(0, 15))));
  if (data.owed.length > 15) section.append(fold([`${data.owed.length - 15} more`], () => [el('ol', { class: 'owed', start: 16 }, ...rows(data.owed.slice(15)))]));
  return section;
}

/* The first screen is painted before the rest is built, which takes its turns, a part each. Whoever needs all of it at once (a print, an
 * address into it) ends them. */
function inTurns(steps: (() => void)[]): () => void {
  const left = [...steps];
  const turn = () => { left.shift()?.(); if (left.length) setTimeout(turn); };
  let isBegun = false;
  const begin = () => { if (!isBegun) { isBegun = true; setTimeout(turn); } };
  if (document.hidden) begin();
  else {
    try { new PerformanceObserver((l) => { if (l.getEntriesByName('first-contentful-paint').length) begin(); }).observe({ type: 'paint', buffered: true }); } catch { requestAnimationFrame(begin); }
    setTimeout(begin, 1000); /* whatever keeps it from being painted */
  }
  return () => { while (left.length) left.shift()!(); };
}

function start(): void {
  const page = document.getElementById('page'), slot = document.getElementById('data');
  if (!page || !slot?.textContent) return;
  const data = read(slot.textContent);
  if (!data.schemes) { page.textContent = 'This page holds no report.'; return; }
  document.title = `assay: ${data.profile['product.name'] ?? data.inputs[0]?.name ?? 'report'}`;
  const sections: [string, string][] = [['fix', 'Fix first'], ['matrix', 'Every requirement'], ['evidence', 'Evidence'], ['open', 'Open questions'], ['papers', 'Papers'], ['foot', 'How this is known']];
  const nav = el('nav', { 'aria-label': 'Sections' }, ...sections.map(([id, text]) => el('a', { href: `#${id}` }, text)));
  const main = el('main', { id: 'main', tabindex: '-1', 'aria-busy': 'true' }, fixes(data));
  let m: Matrix | undefined;
  page.replaceChildren(head(data), nav, main);
  const finish = inTurns([
    () => { m = matrix(data); main.append(m.section); },
    () => main.append(evidence(data)),
    () => main.append(owed(data), papers(data)),
    () => { page.append(foot(data)); main.removeAttribute('aria-busy'); m?.follow(); },
  ]);
  addEventListener('hashchange', () => { finish(); m?.follow(); });
  addEventListener('beforeprint', () => {
    finish();
    m?.unfold();
    for (const d of document.querySelectorAll<HTMLDetailsElement>('details.fail, details.more, details.places')) openFold(d);
  });
}

start();
