import type { Data, Paper } from './data';
import { el, fold, plural } from './dom';

const shapes: Record<Paper['state'], [string, string, string]> = {
  ready: ['pass', '●', 'ready to print and sign'],
  draft: ['inconclusive', '◐', 'a draft: fields are missing'],
  withheld: ['fail', '✕', 'withheld: it would claim what is not shown'],
};

function paper(data: Data, p: Paper): HTMLElement {
  const [kind, shape, words] = shapes[p.state];
  const names = p.schemes.map((id) => data.schemes.find((s) => s.id === id)?.title ?? id);
  const li = el('li', { class: 'paper' },
    el('h3', {}, p.title, ' ', el('span', { class: `badge ${kind}` }, el('span', { 'aria-hidden': 'true' }, shape), ' ', words)),
    el('p', { class: 'small' }, `${names.join(', ')} · ${p.filled} of ${plural(p.asked, 'field')} filled · `, el('code', {}, `assay papers product.assay --paper ${p.id}`)));
  if (p.reasons.length) li.append(fold([`What keeps it back: ${plural(p.reason_count, 'requirement')}`], () => [el('ul', { class: 'findings small' }, ...p.reasons.map((r) => el('li', {}, el('b', {}, `${r.id ?? r.scheme} ${r.verdict}`), `: ${r.title}: ${r.why}`)), p.reason_count > p.reasons.length ? el('li', {}, `and ${p.reason_count - p.reasons.length} more`) : null)]));
  if (p.missing.length) li.append(fold([`What is missing: ${plural(p.missing.length, 'field')}`], () => [el('ul', { class: 'findings small' }, ...p.missing.map((f) => el('li', {}, el('b', {}, f.label), f.bring ? `: bring ${f.bring}` : '')))]));
  return li;
}

export function papers(data: Data): HTMLElement {
  const section = el('section', { id: 'papers', 'aria-labelledby': 'papers-title' }, el('h2', { id: 'papers-title' }, 'Papers'));
  if (!data.papers.length) section.append(el('p', {}, 'No scheme that was judged asks for a paper.'));
  else section.append(el('p', { class: 'small' }, 'What has to be signed or handed out, filled as far as it is true. ', el('code', {}, 'assay papers product.assay'), ' writes them as pages that print, and as JSON.'), el('ul', { class: 'papers' }, ...data.papers.map((p) => paper(data, p))));
  return section;
}
