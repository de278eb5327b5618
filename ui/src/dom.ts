/* Elements by name. Text is always text: nothing that came from an image or a capture is ever read as HTML. */
type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

export function el<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    e.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) e.append(child instanceof Node ? child : String(child));
  return e;
}

/* A fold whose content is made when it is first opened: a report of a thousand findings paints at once. */
export function fold(summary: Child[], content: () => Node[], attributes: Attributes = {}): HTMLDetailsElement {
  const d = el('details', attributes, el('summary', {}, ...summary));
  const fill = () => { if (d.childElementCount === 1) d.append(...content()); };
  d.addEventListener('toggle', () => { if (d.open) fill(); });
  (d as unknown as { fill: () => void }).fill = fill;
  return d;
}

export function openFold(d: HTMLDetailsElement): void {
  (d as unknown as { fill?: () => void }).fill?.();
  d.open = true;
}

export const plural = (n: number, one: string, many = one + 's') => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
export const hex = (n: number) => '0x' + n.toString(16);

export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let i = 0;
  while (bytes >= 10000 && i < units.length - 1) { bytes /= 1000; i++; }
  return `${Math.round(bytes).toLocaleString('en')} ${units[i]}`;
}
