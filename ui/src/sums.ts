import type { Data, Requirement, Scheme } from './data';
import { weight, worst } from './verdict';

/* What the first screen says, counted from the verdicts: markets, the fixes that each waits for, the answers that settle most. */

export interface Market { id: string; name: string; verdict: Scheme['verdict']; schemes: Scheme[]; isNamed: boolean }

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/* A code of a country by its name; anything else is what the rule data calls it. */
function nameOf(market: string): string {
  if (market === 'international') return 'International standards';
  return (/^[A-Z]{2}$/.test(market) ? regions.of(market) : undefined) ?? market;
}

/* A scheme that only may apply keeps a market from passing, and decides nothing else. */
function verdictOf(schemes: Scheme[]): Scheme['verdict'] {
  const binding = schemes.filter((s) => s.scope.applies === 'yes'), maybe = schemes.filter((s) => s.scope.applies !== 'yes');
  const list = (binding.length ? binding : maybe).map((s) => s.verdict as Exclude<Scheme['verdict'], 'not judged'>);
  const v = worst(list);
  return v === 'pass' && maybe.some((s) => s.verdict !== 'pass' && !s.nothing_binds) ? 'inconclusive' : v;
}

export function markets(data: Data): Market[] {
  const groups = new Map<string, Scheme[]>();
  for (const s of data.schemes) if (s.verdict !== 'not judged') groups.set(s.market, [...(groups.get(s.market) ?? []), s]);
  const rank = (m: Market) => (m.id === 'international' ? 2 : m.isNamed ? 0 : 1);
  return [...groups].map(([id, list]) => ({
    id, name: nameOf(id), verdict: verdictOf(list), isNamed: !list.some((s) => s.scope.elsewhere),
    schemes: list.sort((a, b) => Number(a.scope.applies !== 'yes') - Number(b.scope.applies !== 'yes') || weight(b.verdict) - weight(a.verdict)),
  })).sort((a, b) => rank(a) - rank(b) || weight(b.verdict) - weight(a.verdict) || a.name.localeCompare(b.name));
}

/* Markets in the order in which mending opens them: each with all the fixes that are needed up to it. */
export function openedBy(data: Data, all: Market[]): { market: Market; fixes: number }[] {
  const needs = all.filter((m) => m.id !== 'international' && m.verdict === 'fail').map((market) => ({
    market,
    fixes: new Set(data.fixes.flatMap((f, i) => (f.reached.some((r) => r.mandatory && !r.ahead && market.schemes.some((s) => s.verdict === 'fail' && s.id === r.scheme)) ? [i] : []))),
  }));
  const done = new Set<number>(), order: { market: Market; fixes: number }[] = [];
  while (needs.length) {
    const more = (n: (typeof needs)[number]) => [...n.fixes].filter((i) => !done.has(i)).length;
    needs.sort((a, b) => more(a) - more(b));
    const next = needs.shift()!;
    for (const i of next.fixes) done.add(i);
    order.push({ market: next.market, fixes: done.size });
  }
  return order;
}

/* What a requirement waits for, where that is known in full; a tree asks as it goes, and an undecided entity is no answer away. */
function waitsOf(data: Data, r: Requirement): string[] | null {
  if (r.verdict !== 'inconclusive' || r.trees?.length) return null;
  const waits = r.questions.filter((q) => q.outcome === 'inconclusive').map((q) => q.id);
  for (const n of r.checks) {
    const c = data.checks[n];
    if (!c || c.outcome !== 'inconclusive') continue;
    if (!c.missing.length || c.findings.some((f) => f.unknown)) return null;
    waits.push(...c.missing.map((m) => m.class));
  }
  return waits.length ? [...new Set(waits)] : null;
}

export interface Settling { keys: string[]; settled: number; open: number }

/* The few answers and inputs that decide most requirements: at each step what gives most for what it asks. */
export function settling(data: Data, most: number): Settling {
  const waits: { keys: string[]; count: number }[] = [];
  const same = new Map<string, number>();
  let open = 0;
  for (const s of data.schemes) for (const r of s.requirements) {
    if (r.verdict === 'inconclusive') open++;
    const w = waitsOf(data, r);
    if (!w || w.length > most) continue;
    const id = w.sort().join('\n'), at = same.get(id);
    if (at === undefined) { same.set(id, waits.length); waits.push({ keys: w, count: 1 }); } else waits[at]!.count++;
  }
  const chosen = new Set<string>();
  let settled = 0;
  for (;;) {
    let best = -1, gain = 0;
    waits.forEach((w, i) => {
      const cost = w.keys.filter((k) => !chosen.has(k)).length;
      if (chosen.size + cost > most) return;
      const g = w.count / Math.max(cost, 0.01);
      if (g > gain) { gain = g; best = i; }
    });
    if (best < 0) break;
    for (const k of waits[best]!.keys) chosen.add(k);
    settled += waits[best]!.count;
    waits.splice(best, 1);
  }
  return { keys: [...chosen], settled, open };
}
