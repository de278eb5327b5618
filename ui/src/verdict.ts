import type { Finding, Verdict } from './data';
import { el, hex } from './dom';

/* Verdicts differ by word and by shape as well as by colour. */
const shapes: Record<string, string> = { pass: '●', fail: '✕', inconclusive: '◐', 'not applicable': '–', 'not judged': '○' };
const words: Record<string, string> = { pass: 'passes', fail: 'fails', inconclusive: 'open', 'not applicable': 'not applicable', 'not judged': 'does not apply' };

export const wordOf = (v: string) => words[v] ?? v;
export const classOf = (v: string) => v.replace(' ', '-');

export function badge(v: Verdict | 'not judged', text = wordOf(v)): HTMLElement {
  return el('span', { class: `badge ${classOf(v)}` }, el('span', { 'aria-hidden': 'true' }, shapes[v] ?? '?'), ' ', text);
}

const order: Record<string, number> = { fail: 3, inconclusive: 2, pass: 1, 'not applicable': 0, 'not judged': -1 };
export const worst = (list: Verdict[]): Verdict => list.reduce((a, b) => ((order[b] ?? 0) > (order[a] ?? 0) ? b : a), 'not applicable' as Verdict);
export const weight = (v: string) => order[v] ?? 0;

export function place(f: Finding): string {
  let text = f.path ?? '';
  if (f.path && f.line) text += `:${f.line}`;
  else if (!f.path && f.line && f.input) text += `${f.input}, line ${f.line}`;
  if (f.at !== undefined) text += `${text ? ', ' : ''}byte ${hex(f.at)}`;
  if (f.region !== undefined && f.region_at !== undefined) text += `${text ? ', in the ' : ''}${f.region} at ${hex(f.region_at)}`;
  return text;
}
