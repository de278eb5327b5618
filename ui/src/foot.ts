import type { Data } from './data';
import { el, size } from './dom';

const row = (...cells: (Node | string)[]) => el('tr', {}, ...cells.map((c) => el('td', {}, c)));

function table(caption: string, columns: string[], rows: HTMLElement[]): HTMLElement {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { class: 'plain' }, el('caption', {}, caption), el('thead', {}, el('tr', {}, ...columns.map((c) => el('th', { scope: 'col' }, c)))), el('tbody', {}, ...rows)));
}

/* How a laboratory or an authority finds the same. */
export function foot(data: Data): HTMLElement {
  const judged = data.schemes.filter((s) => s.verdict !== 'not judged');
  const link = (l: { title: string; url?: string }) => (l.url && /^https?:\/\//.test(l.url) ? el('a', { href: l.url, rel: 'noreferrer' }, l.title) : l.title);
  return el('footer', { id: 'foot' }, el('h2', {}, 'How this is known'),
    el('p', {}, `assay ${data.assay}, judged for ${data.on}. The facts stand in product.assay, the verdicts in verdict.json beside this page. This page is not signed; the digests below say what it rests on.`),
    el('p', {}, 'To verify: judge the same inputs again with the same rule data, and verdict.json comes out byte for byte. One verdict to its bytes: ', el('code', {}, 'assay explain REQUIREMENT product.assay'), '. A verdict of assay is no certificate, and no legal advice.'),
    table('Inputs', ['Input', 'Kind', 'Size', 'SHA-256'], data.inputs.map((i) => row(i.name, i.kind, size(i.size), el('code', {}, i.sha256)))),
    table('Laws and schemes', ['Scheme', 'Edition', 'Law', 'Rule data'], judged.map((s) => row(s.title, s.edition, el('span', {}, ...s.law.flatMap((l, n) => [n ? '; ' : '', link(l)])), s.confidence ?? ''))),
    table('Catalogues', ['Catalogue', 'Edition', 'Published', 'Rule data', 'SHA-256 of its file'], data.catalogues.map((c) => row(c.title, c.edition, c.published ?? '', c.confidence ?? '', el('code', {}, c.digest ?? '')))),
    el('p', { class: 'small' }, 'All rule data together, SHA-256: ', el('code', {}, data.rules)));
}
