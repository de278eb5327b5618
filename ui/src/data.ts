/* What src/report/page.c writes into the page. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'not applicable';
export interface Finding { sentence?: string; what?: string; unknown?: string; input?: string; region?: string; region_at?: number; path?: string; at?: number; line?: number }
export interface Missing { class: string; reason?: string; bring?: string }
export interface Check { id: string; outcome: Verdict; findings: Finding[]; more?: number; failing?: number; missing: Missing[]; asks: string; topic?: string; fix?: string; risk?: string; by?: string }
export interface Question { sentence: string; asked_of?: string; for?: string; evidence?: string }
export interface Tree { of: string; verdict: Verdict; path: { node: string; answer: string }[] }
export interface Requirement {
  catalogue: string; id: string; title: string; level: string; mandatory: boolean; topic?: string; confidence?: string; note?: string;
  verdict: Verdict; basis: string; why: string; from?: string; settled?: { by: string; why: string }; treated?: boolean; checks: number[]; questions: { id: string; outcome: Verdict; answer?: string; author?: string }[]; trees?: Tree[]; asks?: Record<string, string>; more_trees?: number;
}
export interface Counts { pass: number; fail: number; inconclusive: number; not_applicable: number }
export interface Day { on: string; what: string }
export interface Scheme {
  id: string; edition: string; market: string; title: string; law: { title: string; url?: string }[];
  scope: { applies: 'yes' | 'no' | 'may'; in_force: boolean; elsewhere?: boolean; why?: string; clause?: string; question?: string; spared?: { from: string; requirements: number; why: string; clause: string }[] };
  route: string; route_why?: string; next_date?: Day; dates?: Day[]; verdict: Verdict | 'not judged'; why: string; nothing_binds?: string; validity?: { certificate_months?: number; evidence_days?: number };
  counts: Counts; mandatory_counts: Counts; requirements: Requirement[]; papers: string[]; confidence?: string;
  basis?: 'evidence' | 'recognised' | 'alternative' | 'risk assessment'; device?: { verdict: Verdict; why: string }; system?: { verdict: Verdict; why?: string }; ahead?: { on: string; verdict: Verdict; mandatory_counts: Counts };
  recognition?: Claim[]; treatments?: Claim[];
}
/* A certificate or a treatment, and why it counts or does not. */
export interface Claim { counts: boolean; why: string; scheme?: string; clause?: string; requirement?: string; kind?: string; expires?: string }
export interface Reached { scheme: string; catalogue: string; id: string; mandatory: boolean; ahead?: string }
export interface Later { from: string; schemes: number; mandatory: number }
export interface Fix { check?: number; question?: string; schemes: number; opens: number; later?: Later; reached: Reached[] }
export interface Owed { question?: string; class?: string; reason?: string; bring?: string; mandatory: number; later?: Later; requirements: number; schemes: number }
export interface Paper {
  id: string; title: string; state: 'ready' | 'draft' | 'withheld'; schemes: string[]; filled: number; asked: number; missing: { label: string; bring?: string }[];
  reasons: { scheme: string; id?: string; title: string; verdict: string; why: string }[]; reason_count: number;
}
export interface Catalogue { id: string; edition: string; title: string; published?: string; confidence?: string; digest?: string }
export type Cell = string | number | null;
export interface Table { columns: string[]; rows: Cell[][] }
export interface Data {
  assay: string; on: string; rules: string; profile: Record<string, string>;
  inputs: { id: number; kind: string; name: string; sha256: string; size: number }[];
  risk: { class: string; points: number; overridden_because?: string; overridden_by?: string; computed?: string; level_reasons: { scale: string; value: string; overridden_because?: string; overridden_by?: string; computed?: string }[]; refused: string[]; reasons: { because: string; points: number }[]; levels: Record<string, string>; unknown: string[] };
  contradictions: { name: string; said: string; seen: string; author?: string }[]; schemes: Scheme[]; checks: Check[]; questions: Record<string, Question>; fixes: Fix[]; owed: Owed[];
  papers: Paper[]; catalogues: Catalogue[]; evidence: Record<string, Table>;
}

/* Texts that repeat stand once, in "texts", and are named by "~" and their number (src/report/said_once.c). */
export function read(json: string): Data {
  const { texts = [], ...root } = JSON.parse(json) as { texts?: string[] };
  const whole = (value: unknown): unknown => {
    if (typeof value === 'string') return !value.startsWith('~') ? value : value.startsWith('~~') ? value.slice(1) : texts[Number(value.slice(1))]!;
    if (Array.isArray(value)) return value.map(whole);
    if (!value || typeof value !== 'object') return value;
    const object = value as Record<string, unknown>;
    for (const key in object) object[key] = whole(object[key]);
    return object;
  };
  return whole(root) as Data;
}
