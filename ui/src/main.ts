import './style.css';
import type { Data, Fix, Scheme } from './data';
import { el, fold, openFold, plural, size } from './dom';
import { evidence } from './evidence';
import { follow, matrix } from './matrix';
import { badge, classOf, place, weight } from './verdict';

/* ---- the answer first ---- */

function card(s: Scheme): HTMLElement {
  const c = s.mandatory_counts;
  const dl = el('dl', {}, el('dt', {}, 'Route'), el('dd', {}, s.route));
  if (s.next_date) dl.append(el('dt', {}, 'Next date'), el('dd', {}, `${s.next_date.on}: ${s.next_date.what}`));
  return el('article', { class: `card ${classOf(s.verdict)}` },
    el('h3', {}, el('span', { class: 'market' }, s.market), ' ', s.title),
    el('p', { class: 'answer' }, badge(s.verdict)),
    el('p', { class: 'counts' }, `${c.fail} fail, ${c.inconclusive} open, ${c.pass} pass`, el('span', { class: 'small' }, ' of what is mandatory')),
    s.scope.applies === 'may' ? el('p', { class: 'small' }, `May apply: ${s.scope.question ?? 'the product file does not say enough'}`) : null,
    !s.scope.in_force ? el('p', { class: 'small' }, s.scope.why ?? 'not in force on this day') : null,
    dl, s.confidence && s.confidence !== 'confirmed' ? el('p', { class: 'small' }, `Rule data from a ${s.confidence} source`) : null);
}

function head(data: Data): HTMLElement {
  const p = data.profile;
  const name = p['product.name'] ?? p['product.model'] ?? data.inputs[0]?.name ?? 'A product';
  const judged = data.schemes.filter((s) => s.verdict !== 'not judged').sort((a, b) => weight(b.verdict) - weight(a.verdict));
  const others = data.schemes.filter((s) => s.verdict === 'not judged');
  const opened = data.fixes.filter((f) => f.opens > 0);
  const failing = data.fixes.filter((f) => f.schemes > 0);
  const best = data.owed.slice(0, 12);
  const settled = best.reduce((n, o) => Math.max(n, o.requirements), 0);
  const sentence = `${plural(failing.length, 'fix', 'fixes')} ${failing.length === 1 ? 'stands' : 'stand'} between this product and ${plural(judged.filter((s) => s.verdict === 'fail').length, 'scheme')}` +
    `${opened.length ? `; ${plural(opened.length, 'of them alone opens one', 'of them alone open one each')}` : ''}. ${data.owed.length ? `${plural(data.owed.length, 'answer or input', 'answers and inputs')} would settle what is open, the first of them ${plural(settled, 'requirement')}.` : ''}`;
  return el('header', {},
    el('p', { class: 'brand' }, 'assay', el('span', {}, ' one body of evidence, every market’s verdict')),
    el('h1', {}, `${name}${p['product.version'] ? ` ${p['product.version']}` : ''}`),
    el('p', { class: 'sub' }, `Judged for ${data.on}. Given as evidence: `, ...data.inputs.flatMap((i, n) => [n ? ', ' : '', `${i.kind} ${i.name} (${size(i.size)}, sha256 `, el('code', {}, i.sha256.slice(0, 16)), '…)'])),
    el('p', { class: 'lead' }, sentence),
    data.risk.class ? fold([`Risk class: ${data.risk.class}`], () => [el('ul', {}, ...data.risk.reasons.map((r) => el('li', {}, `${r.because} (${r.points >= 0 ? '+' : ''}${r.points})`)), ...Object.entries(data.risk.levels).map(([k, v]) => el('li', {}, `${k}: ${v}`)), ...data.risk.unknown.map((u) => el('li', { class: 'small' }, `not known: ${u}`)))], { class: 'small' }) : null,
    data.contradictions.length ? el('section', { class: 'check', 'aria-label': 'Contradictions' }, el('h3', {}, 'Said and seen differ'), el('ul', {}, ...data.contradictions.map((c) => el('li', {}, `${c.name}: the maker says it is ${c.said}; ${c.seen}.`)))) : null,
    el('div', { class: 'cards' }, ...judged.map(card)),
    others.length ? fold([plural(others.length, 'scheme'), ' that ', others.length === 1 ? 'does' : 'do', ' not bind this product'], () => [el('ul', { class: 'small' }, ...others.map((s) => el('li', {}, el('b', {}, s.id), `: ${s.why}${s.scope.clause ? ` (${s.scope.clause})` : ''}`)))]) : null);
}

/* ---- what to mend ---- */

function fix(data: Data, f: Fix): HTMLElement {
  const c = f.check !== undefined ? data.checks[f.check] : undefined;
  const failing = c?.findings.filter((x) => !x.unknown) ?? [];
  const question = f.question ? data.questions[f.question] : undefined;
  const where = (list: typeof failing) => list.map((x) => el('li', {}, x.sentence, place(x) ? el('span', { class: 'place' }, place(x)) : null));
  const clauses = new Map<string, Set<string>>();
  for (const r of f.reached) clauses.set(r.scheme, (clauses.get(r.scheme) ?? new Set()).add(r.id));
  const li = el('li', { class: 'fix' },
    el('h3', {}, failing[0]?.sentence ?? question?.sentence ?? c?.asks ?? '', failing.length > 1 ? el('span', { class: 'small' }, ` and ${failing.length - 1} more`) : null),
    failing[0] && place(failing[0]) ? el('p', { class: 'place' }, place(failing[0])) : null,
    c?.fix ? el('p', {}, el('b', {}, 'To mend: '), c.fix) : null,
    el('p', { class: 'small' }, f.schemes ? `Keeps ${plural(f.schemes, 'scheme')} from passing` : 'Fails recommendations only', f.opens ? `; alone opens ${f.opens}` : '', '. ', el('span', { class: 'mono' }, c?.id ?? f.question ?? '')));
  if (failing.length > 1) li.append(fold([`All ${failing.length} places`], () => [el('ul', { class: 'findings' }, ...where(failing.slice(0, 500)))], { class: 'places' }));
  li.append(fold(['Why it matters: ', plural(f.reached.length, 'clause')], () => [el('ul', { class: 'small' }, ...[...clauses].map(([s, ids]) => el('li', {}, el('b', {}, s), ': ', [...ids].join(', '))))]));
  if (c?.risk) li.append(el('p', { class: 'small' }, `May be wrong when: ${c.risk}`));
  return li;
}

function fixes(data: Data): HTMLElement {
  const section = el('section', { id: 'fix', 'aria-labelledby': 'fix-title' }, el('h2', { id: 'fix-title' }, 'Fix first'));
  if (!data.fixes.length) section.append(el('p', {}, 'Nothing that was looked at fails.'));
  section.append(el('ol', { class: 'fixes' }, ...data.fixes.slice(0, 8).map((f) => fix(data, f))));
  if (data.fixes.length > 8) section.append(fold([`${data.fixes.length - 8} more`], () => [el('ol', { class: 'fixes', start: 9 }, ...data.fixes.slice(8).map((f) => fix(data, f)))], { class: 'more' }));
  return section;
}

/* ---- what is owed, papers, foot ---- */

function owed(data: Data): HTMLElement {
  const rows = (list: Data['owed']) => list.map((o) => {
    const q = o.question ? data.questions[o.question] : undefined;
    return el('li', {}, q ? q.sentence : `Bring ${o.bring ?? `what shows “${o.class}”`}${o.reason ? ` (${o.reason})` : ''}`,
      el('span', { class: 'place' }, `${plural(o.mandatory, 'mandatory requirement')} in ${plural(o.schemes, 'scheme')} wait for it · ${o.question ?? o.class}${q?.for ? ` · for each ${q.for}` : ''}`));
  });
  const section = el('section', { id: 'open', 'aria-labelledby': 'open-title' }, el('h2', { id: 'open-title' }, 'Open questions and missing inputs'), el('ol', { class: 'owed' }, ...rows(data.owed.slice(0, 15))));
  if (data.owed.length > 15) section.append(fold([`${data.owed.length - 15} more`], () => [el('ol', { class: 'owed', start: 16 }, ...rows(data.owed.slice(15)))]));
  return section;
}

function foot(data: Data): HTMLElement {
  return el('footer', { id: 'foot' }, el('h2', {}, 'How this is known'),
    el('p', {}, `assay ${data.assay}, rule data `, el('code', {}, data.rules.slice(0, 16)), `…, judged for ${data.on}. The facts stand in product.assay, the verdicts in verdict.json beside this page. `,
      'To verify: judge the same inputs again with the same rule data; verdict.json comes out byte for byte. To follow one verdict to its bytes: ', el('code', {}, 'assay explain REQUIREMENT product.assay'), '.'),
    el('ul', { class: 'small' }, ...data.schemes.filter((s) => s.verdict !== 'not judged').map((s) => el('li', {}, `${s.id}, ${s.edition}: `, s.law.map((l) => l.title).join('; ')))));
}

function start(): void {
  const page = document.getElementById('page'), slot = document.getElementById('data');
  if (!page || !slot?.textContent) return;
  const data = JSON.parse(slot.textContent) as Data;
  if (!data.schemes) { page.textContent = 'This page holds no report.'; return; }
  document.title = `assay: ${data.profile['product.name'] ?? data.inputs[0]?.name ?? 'report'}`;
  const nav = el('nav', { 'aria-label': 'Sections' }, ...[['fix', 'Fix first'], ['matrix', 'Every requirement'], ['evidence', 'Evidence'], ['open', 'Open'], ['foot', 'How it is known']].map(([id, text]) => el('a', { href: `#${id}` }, text)));
  page.replaceChildren(head(data), nav, el('main', { id: 'main' }, fixes(data), matrix(data), evidence(data), owed(data)), foot(data));
  follow(data);
  addEventListener('hashchange', () => follow(data));
  addEventListener('beforeprint', () => { for (const d of document.querySelectorAll<HTMLDetailsElement>('details.fail, details.more, details.places')) openFold(d); });
}

start();
