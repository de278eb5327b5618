import type { Data, Scheme } from './data';
import { el, fold, plural, size } from './dom';
import { markets, openedBy, settling, type Market } from './sums';
import { badge, classOf, wordOf } from './verdict';

/* The answer first: what the product is, where it may be sold, what that takes. */

const tally = (c: Scheme['mandatory_counts']) => [c.fail ? `${c.fail} fail` : '', c.inconclusive ? `${c.inconclusive} open` : '', `${c.pass} pass`].filter(Boolean).join(', ');

/* What other than the evidence speaks of a scheme: certificates, other ways, treatments, the law to come. */
function besides(s: Scheme): string[] {
  const list: string[] = [];
  if (s.basis === 'recognised') list.push('met by a certificate that is recognised');
  if (s.basis === 'alternative') list.push('met by another way that the law names');
  const assessed = s.requirements.filter((r) => r.mandatory && r.settled?.by === 'risk assessment');
  if (assessed.length) list.push(`not applicable on the maker’s risk assessment: ${assessed.map((r) => r.id).join(', ')}`);
  if (s.device && s.device.verdict !== s.verdict) list.push(`by its own evidence the device ${s.device.verdict === 'inconclusive' ? 'is open' : wordOf(s.device.verdict)}`);
  if (s.system) list.push(`with its treatments the system ${s.system.verdict === 'inconclusive' ? 'is open' : wordOf(s.system.verdict)}`);
  for (const n of s.scope.spared ?? []) list.push(`${plural(n.requirements, 'requirement')} not asked of these units: ${n.why} (${n.clause})`);
  if (s.ahead) list.push(`from ${s.ahead.on} more is asked: ${tally(s.ahead.mandatory_counts)}`);
  return list;
}

function schemeLine(s: Scheme): HTMLElement {
  const c = s.mandatory_counts;
  const notes = [s.scope.applies === 'may' ? 'may apply' : '', s.scope.in_force ? '' : 'not in force yet', s.confidence && s.confidence !== 'confirmed' ? `rule data: ${s.confidence} source` : '', s.route, s.validity?.certificate_months ? `certificates last ${plural(s.validity.certificate_months, 'month')}` : ''];
  return el('li', {},
    badge(s.verdict, ''), ' ', el('a', { href: `#scheme=${s.id}`, title: `${wordOf(s.verdict)}: its requirements` }, s.title), ' ',
    s.nothing_binds ? el('span', { class: 'besides' }, s.nothing_binds) : el('span', { class: 'tally' }, tally(c)),
    ...besides(s).map((text) => el('span', { class: 'besides' }, text)),
    el('span', { class: 'route' }, notes.filter(Boolean).join(' · ')));
}

function answerOf(m: Market): string {
  const binding = m.schemes.filter((s) => s.scope.applies === 'yes');
  if (m.schemes.length === 1) return '';
  const count = (v: string) => binding.filter((s) => s.verdict === v).length;
  const parts = [count('fail') ? `${count('fail')} of ${binding.length} fail` : '', count('inconclusive') ? `${count('inconclusive')} open` : '', count('pass') ? `${count('pass')} pass` : ''].filter(Boolean);
  const maybe = m.schemes.length - binding.length;
  if (maybe) parts.push(`${maybe} may apply`);
  return parts.join(', ');
}

function card(m: Market): HTMLElement {
  const dates = m.schemes.flatMap((s) => (s.next_date ? [{ ...s.next_date, of: s.title }] : [])).sort((a, b) => a.on.localeCompare(b.on));
  const maybe = m.schemes.filter((s) => s.scope.applies === 'may' && s.scope.question);
  const ways = m.schemes.filter((s) => s.route_why);
  const claims = m.schemes.flatMap((s) => [...(s.recognition ?? []), ...(s.treatments ?? [])]);
  const questions = [...new Set(maybe.map((s) => s.scope.question!))];
  return el('article', { class: `card ${classOf(m.verdict)}`, 'aria-label': `${m.name}: ${wordOf(m.verdict)}` },
    el('h3', {}, m.name, ' ', badge(m.verdict)),
    el('p', { class: 'small' }, [answerOf(m), m.isNamed ? '' : 'not among the markets of the product file'].filter(Boolean).join('; ')),
    el('ul', { class: 'schemes' }, ...m.schemes.map(schemeLine)),
    dates[0] ? el('p', { class: 'next' }, el('b', {}, 'Next date '), `${dates[0].on}: ${dates[0].what}`, m.schemes.length > 1 ? ` (${dates[0].of})` : '') : null,
    ways.length ? fold(['Why this way'], () => [el('ul', {}, ...ways.map((s) => el('li', {}, el('b', {}, s.title), `: ${s.route}: ${s.route_why ?? ''}`)))], { class: 'small' }) : null,
    claims.length ? fold(['Certificates and treatments'], () => [el('ul', {}, ...claims.map((c) => el('li', {}, el('b', {}, c.counts ? 'counts' : 'does not count'), `: ${[c.kind ?? c.scheme, c.requirement, c.why, c.expires ? `until ${c.expires}` : ''].filter(Boolean).join(', ')}`)))], { class: 'small' }) : null,
    questions.length ? fold(['What decides whether ', maybe.length === 1 ? 'it applies' : 'they apply'], () => [el('ul', {}, ...questions.map((q) => el('li', {}, q)))], { class: 'small' }) : null);
}

function sentence(data: Data, all: Market[]): Node[] {
  const order = openedBy(data, all), last = order.at(-1), first = order[0];
  const isSettled = (m: Market) => m.schemes.every((s) => s.mandatory_counts.inconclusive === 0);
  const parts: (Node | string)[] = [];
  if (!last || !first) parts.push(`No market that surely binds the product fails${data.fixes.some((f) => f.schemes) ? `; ${plural(data.fixes.filter((f) => f.schemes).length, 'fix waits', 'fixes wait')} where a law may apply or will, or a standard was asked for` : ''}. `);
  else {
    const verb = order.every((o) => isSettled(o.market)) ? (last.fixes === 1 ? 'opens' : 'open') : last.fixes === 1 ? 'mends what fails in' : 'mend what fails in';
    parts.push(el('b', {}, `${plural(last.fixes, 'fix', 'fixes')} ${verb} ${plural(order.length, 'market')}`));
    parts.push(order.length === 1 ? ` (${last.market.name}). ` : first.fixes < last.fixes ? ` (${first.market.name} takes ${first.fixes} of them). ` : '. ');
  }
  const s = settling(data, 12);
  if (s.open && s.settled) parts.push(el('b', {}, `${plural(s.keys.length, 'answer or input', 'answers and inputs')} settle${s.keys.length === 1 ? 's' : ''} ${plural(s.settled, 'requirement')}`), ` of the ${s.open.toLocaleString('en')} that are open.`);
  else if (s.open) parts.push(`${plural(s.open, 'requirement is', 'requirements are')} open.`);
  const list = s.keys.map((k) => el('li', {}, data.questions[k]?.sentence ?? `Bring ${data.owed.find((o) => o.class === k)?.bring ?? k}`, ' ', el('span', { class: 'mono small' }, k)));
  const lead = el('p', { class: 'lead' }, ...parts);
  return s.open && s.settled ? [lead, fold([`The ${plural(s.keys.length, 'answer or input', 'answers and inputs')}`], () => [el('ol', {}, ...list)], { class: 'small' })] : [lead];
}

/* Who set it by hand, why, and what the method gives; empty where nobody did. */
const byHand = (o: { overridden_because?: string; overridden_by?: string; computed?: string }) =>
  o.overridden_because === undefined ? '' : `set by hand${o.overridden_by ? ` by ${o.overridden_by}` : ''}${o.computed ? `, the method gives ${o.computed}` : ''}: ${o.overridden_because}`;

function risk(r: Data['risk']): HTMLElement {
  const hand = byHand(r), refused = r.refused.map((why) => el('li', {}, why));
  return fold([`Risk class: ${r.class}`, hand ? `, ${hand}` : ''], () => [el('ul', {},
    ...refused, ...r.reasons.map((n) => el('li', {}, `${n.because} (${n.points >= 0 ? '+' : ''}${n.points})`)),
    ...r.level_reasons.map((l) => el('li', {}, [`${l.scale}: ${l.value}`, byHand(l)].filter(Boolean).join(', '))),
    ...r.unknown.map((u) => el('li', { class: 'small' }, `not known: ${u}`)))], { class: 'small' });
}

export function head(data: Data): HTMLElement {
  const p = data.profile, all = markets(data);
  const name = p['product.name'] ?? p['product.model'] ?? data.inputs[0]?.name ?? 'A product';
  const others = data.schemes.filter((s) => s.verdict === 'not judged');
  return el('header', {},
    el('p', { class: 'brand' }, 'assay', el('span', {}, ' one body of evidence, every market’s verdict')),
    el('h1', {}, `${name}${p['product.version'] ? ` ${p['product.version']}` : ''}`),
    el('p', { class: 'sub' }, `Judged for ${data.on}. Given as evidence: `, ...data.inputs.flatMap((i, n) => [n ? ', ' : '', `${i.kind} ${i.name} (${size(i.size)}, sha256 `, el('code', {}, i.sha256.slice(0, 16)), '…)'])),
    ...sentence(data, all),
    el('h2', { class: 'unseen' }, 'Verdicts by market'),
    data.contradictions.length ? el('section', { class: 'check', 'aria-label': 'Contradictions' }, el('h3', {}, 'Said and seen differ'), el('ul', {}, ...data.contradictions.map((c) => el('li', {}, `${c.name}: the maker says it is ${c.said}; ${c.seen}.`)))) : null,
    el('div', { class: 'cards' }, ...all.map(card)),
    data.risk.class ? risk(data.risk) : null,
    others.length ? fold([plural(others.length, 'scheme'), ' that ', others.length === 1 ? 'does' : 'do', ' not bind this product, and why'], () => [el('ul', {}, ...others.map((s) => el('li', {}, el('b', {}, s.title), `: ${s.why}${s.scope.clause ? ` (${s.scope.clause})` : ''}`)))], { class: 'small' }) : null);
}
