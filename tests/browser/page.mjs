/* The page, papers and the comparison as their readers use them: eyes, keys, screen readers, paper, no scripts.
 * page.mjs UI CHROMIUM SMALL-REPORT BIG-REPORT HOSTILE-REPORT PAGE... writes a line for each claim; tests/browser/run numbers them. */
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

const [ui, executablePath, small, big, hostile, ...pages] = process.argv.slice(2);
const require = createRequire(`${ui}/package.json`);
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const work = mkdtempSync(join(tmpdir(), 'page-'));
const options = { executablePath, args: ['--no-sandbox', '--disable-gpu'], timeout: 120000 };
const browser = await chromium.launch(options);

const lines = (list) => list.slice(0, 12).map((text) => `# ${String(text).replace(/\s+/g, ' ').slice(0, 220)}`).join('\n');
function claim(name, problems) {
  const list = Array.isArray(problems) ? problems : problems === true ? [] : [problems];
  console.log(list.length ? `not ok ${name}\n${lines(list)}` : `ok ${name}`);
}
const name = (file) => file.replace(/^.*\//, '');

async function open(file, { width = 1280, at = '', ...context } = {}) {
  const c = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...context });
  const p = await c.newPage();
  const errors = [];
  p.setDefaultTimeout(60000);
  p.on('pageerror', (e) => errors.push(e.message));
  p.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
  await p.goto(`file://${file}${at}`);
  if (context.javaScriptEnabled !== false) await p.waitForFunction(() => !document.querySelector('[aria-busy]'));
  return { p, errors, close: () => c.close() };
}

async function run(what, f) {
  try { await f(); } catch (e) { claim(what, [e.message]); }
}

/* ---- colours: every pair that text or a border is drawn in, by the formula of WCAG 2.2 ---- */

function contrast(css) {
  const themes = [...css.matchAll(/:root\s*\{([^}]*)\}/g)].map((m) => Object.fromEntries([...m[1].matchAll(/--([\w-]+):\s*(#[0-9a-f]+)/g)].map((x) => [x[1], x[2]])));
  const hex = (h) => (h.length === 4 ? [...h.slice(1)].map((c) => c + c) : h.slice(1).match(/../g)).map((x) => parseInt(x, 16) / 255);
  const light = (h) => hex(h).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const text = [['ink', 'paper'], ['ink', 'panel'], ['soft', 'paper'], ['soft', 'panel'], ['link', 'paper'], ['link', 'panel'], ...['fail', 'open', 'pass', 'na'].map((v) => [v, `${v}-bg`])];
  const shapes = [['link', 'paper'], ['link', 'panel'], ['soft', 'panel'], ['soft', 'paper'], ['fail', 'panel'], ['open', 'panel'], ['pass', 'panel'], ['na', 'panel'], ['ink', 'fail-bg'], ['ink', 'open-bg'], ['ink', 'pass-bg'], ['ink', 'na-bg']];
  const problems = themes.length < 2 ? ['two themes were expected'] : [];
  themes.slice(0, 2).forEach((own, i) => {
    const of = { ...themes[0], ...own };
    for (const [list, least] of [[text, 4.5], [shapes, 3]])
      for (const [a, b] of list) if (!of[a] || !of[b]) problems.push(`no colour ${a} or ${b}`); else if (ratio(of[a], of[b]) < least) problems.push(`${i ? 'dark' : 'light'}: ${a} on ${b} is ${ratio(of[a], of[b]).toFixed(2)}, wanted ${least}`);
  });
  return problems;
}

/* ---- axe ---- */

/* What is below the screen is not laid out, and could not be looked at. */
const everything = '*{content-visibility:visible!important}';

async function audit(p) {
  await p.addStyleTag({ content: everything });
  await p.evaluate(axe);
  const result = await p.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations.map((v) => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.length} times, as ${v.nodes[0].html}`);
}

const overflow = (p) => p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/* ---- first paint ---- */

/* What the main thread worked from the navigation to the first paint with content, and what a watch says, in milliseconds. */
async function firstPaint(file) {
  const b = await chromium.launch(options), p = await b.newPage({ viewport: { width: 1280, height: 900 } }), trace = join(work, 'trace.json');
  await b.startTracing(p, { path: trace, categories: ['toplevel', 'loading', 'devtools.timeline', 'blink.user_timing'] });
  await p.goto(`file://${file}`);
  await p.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const wall = await p.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  await p.waitForTimeout(100);
  await b.stopTracing();
  await b.close();
  const events = JSON.parse(readFileSync(trace, 'utf8')).traceEvents;
  const paint = events.filter((e) => e.name === 'firstContentfulPaint').at(-1);
  const begin = events.filter((e) => e.name === 'navigationStart' && e.pid === paint.pid && e.ts < paint.ts).at(-1);
  const work_ = events.filter((e) => e.ph === 'X' && e.pid === paint.pid && e.tid === paint.tid && e.ts >= begin.ts && e.ts <= paint.ts && e.tdur !== undefined).sort((x, y) => x.ts - y.ts || y.dur - x.dur);
  let end = 0, worked = 0;
  for (const e of work_) if (e.ts >= end) { worked += e.tdur / 1000; end = e.ts + e.dur; }
  return { wall, worked };
}

const median = (list) => [...list].sort((x, y) => x - y)[list.length >> 1];

await run('first paint', async () => {
  const of = [], runs = Number(process.env.ASSAY_PAINTS ?? 3);
  for (let i = 0; i < runs; i++) of.push(await firstPaint(big));
  const worked = of.map((x) => x.worked), wall = of.map((x) => x.wall);
  console.log(`# first paint of ${name(big)}: main thread ${median(worked).toFixed(0)} ms (${Math.min(...worked).toFixed(0)} to ${Math.max(...worked).toFixed(0)}), by the watch ${median(wall).toFixed(0)} ms (${Math.min(...wall).toFixed(0)} to ${Math.max(...wall).toFixed(0)}), load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`);
  claim('a page of a thousand findings is painted', worked.every((x) => x > 0));
});

/* ---- eyes ---- */

await run('colours', async () => claim('text has 4.5 times the contrast of its ground, lines and marks 3 times, light and dark', contrast(/<style>([^]*?)<\/style>/.exec(readFileSync(small, 'utf8'))[1])));

for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 320]])
  await run('audit', async () => {
    const { p, errors, close } = await open(small, { width, colorScheme });
    await p.evaluate(() => { for (const d of [...document.querySelectorAll('details')].slice(0, 60)) d.open = true; });
    claim(`axe finds nothing on the page, ${colorScheme}, ${width} wide`, await audit(p));
    claim(`no script fails, ${colorScheme}, ${width} wide`, errors);
    if (width === 320) claim('at 320 wide (400 % of 1280) nothing has to be moved sideways', (await overflow(p)) <= 0 ? true : [`${await overflow(p)} too wide`]);
    await close();
  });

await run('motion', async () => {
  const { p, close } = await open(small, { reducedMotion: 'no-preference' });
  claim('nothing moves, whatever is preferred', await p.evaluate(() => [...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return s.animationName !== 'none' || s.transitionDuration.split(',').some((d) => parseFloat(d) > 0) || s.scrollBehavior !== 'auto'; }).map((e) => e.outerHTML)));
  await close();
});

/* ---- keys ---- */

await run('keys', async () => {
  const { p, close } = await open(small, { width: 1280 });
  const focus = () => p.evaluate(() => { const e = document.activeElement, s = getComputedStyle(e); return { tag: e.tagName, cell: e.classList.contains('cell'), text: e.textContent.slice(0, 60), label: e.getAttribute('aria-label') ?? '', seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, y: e.getBoundingClientRect().top + scrollY, x: e.getBoundingClientRect().left, shown: e.getBoundingClientRect().width > 0 }; });
  await p.keyboard.press('Tab');
  const first = await focus();
  claim('the first stop of Tab skips to the verdicts, and is seen', /Skip/.test(first.text) && first.shown ? true : [JSON.stringify(first)]);
  await p.keyboard.press('Enter');
  claim('and goes there', (await p.evaluate(() => document.activeElement.id)) === 'main' ? true : ['focus did not move']);
  /* Every stop from the first to the last. On a busy machine a key may come before what it would reach was laid out: then it is walked again, a frame for each key. */
  let unseen = [], stops = [], expected = 0;
  for (let attempt = 0; attempt < 3 && Math.abs(stops.length - expected) > (attempt ? 1 : -1); attempt++) {
    unseen = [], stops = [];
    await p.reload();
    await p.waitForFunction(() => document.querySelector('main') && !document.querySelector('[aria-busy]'));
    if (attempt) await p.waitForTimeout(1000);
    expected = await p.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((e) => e.tabIndex >= 0 && e.checkVisibility({ contentVisibilityAuto: false })).length);
    for (let i = 0; i < expected + 20; i++) {
      await p.keyboard.press('Tab');
      if (attempt) await p.evaluate(() => new Promise(requestAnimationFrame));
      const f = await focus();
      if (f.tag === 'BODY') break;
      stops.push(f);
      if (!f.seen) unseen.push(`${f.tag} ${f.text}`);
    }
  }
  claim('every stop of Tab shows that it has the focus', unseen);
  claim('Tab walks all of the page and leaves it', stops.length >= expected - 1 && stops.length <= expected + 1 ? true : [`${stops.length} stops, ${expected} expected`]);
  claim('in the order in which it is read, columns from left to right', stops.slice(1).filter((s, i) => s.y + 400 < stops[i].y && s.x <= stops[i].x).map((s) => s.text));
  claim('the table of topics is one stop', stops.filter((s) => s.cell).length === 1 ? true : [`${stops.filter((s) => s.cell).length} stops`]);

  await p.focus('.matrix button[tabindex="0"]');
  const begin = await focus();
  const walked = [];
  for (const key of ['End', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home']) { await p.keyboard.press(key); walked.push(await focus()); }
  claim('in it the arrows, Home and End walk', walked.every((f) => f.cell) && new Set(walked.map((f) => f.label)).size >= 3 && walked[0].label !== begin.label ? true : walked.map((f) => f.label));
  await p.keyboard.press('Enter');
  const chosen = await p.evaluate(() => ({ pressed: document.querySelectorAll('.cell[aria-pressed="true"]').length, status: document.querySelector('[role=status]').textContent, hash: location.hash }));
  claim('Enter chooses a cell; its state, the count and the address say so', chosen.pressed === 1 && /shown/.test(chosen.status) && /scheme=.*topic=/.test(chosen.hash) ? true : [JSON.stringify(chosen)]);
  await p.keyboard.press('Escape');
  claim('Escape shows all again', await p.evaluate(() => document.querySelectorAll('.cell[aria-pressed="true"]').length === 0 && location.hash === '#matrix'));
  await p.focus('.requirement summary');
  await p.keyboard.press('Enter');
  claim('Enter opens a requirement', await p.waitForFunction(() => { const d = document.activeElement.parentElement; return d.open && d.childElementCount > 1; }).then(() => true));
  await p.focus('input[type=search]');
  await p.keyboard.type('zzzz');
  claim('what is typed is searched, and told when nothing fits', await p.evaluate(() => document.querySelector('[role=status]').textContent === 'No requirement fits this choice.'));
  await close();
});

/* ---- what a screen reader walks ---- */

await run('structure', async () => {
  const { p, close } = await open(small);
  const levels = await p.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => Number(h.tagName[1])));
  claim('one first heading, and no level is left out', levels.filter((l) => l === 1).length === 1 && levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1) ? true : [levels.join(' ')]);
  claim('landmarks: banner, navigation, main, contentinfo', await p.evaluate(() => ['header', 'nav[aria-label]', 'main', 'footer'].filter((s) => document.querySelectorAll(`#page > ${s}`).length !== 1)));
  claim('every address of the navigation is there', await p.evaluate(() => [...document.querySelectorAll('nav a')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))));
  claim('tables have heads', await p.evaluate(() => [...document.querySelectorAll('table')].filter((t) => !t.querySelector('th[scope]')).map((t) => t.outerHTML)));
  await close();
});

/* ---- paper ---- */

for (const file of [small, big])
  await run('print', async () => {
    const { p, close } = await open(file);
    const pdf = await p.pdf({ format: 'A4' });
    const { failing, open: unfolded } = await p.evaluate(() => {
      const data = JSON.parse(document.getElementById('data').textContent);
      return { failing: data.schemes.flatMap((s) => s.requirements).filter((r) => r.verdict === 'fail').length, open: document.querySelectorAll('details.requirement.fail[open]').length };
    });
    claim(`all that failed is unfolded in print (${name(file)})`, failing > 0 && failing === unfolded && pdf.length > 10000 ? true : [`${failing} fail, ${unfolded} are open`]);
    await close();
  });

/* ---- no scripts, hostile words ---- */

await run('no scripts', async () => {
  const { p, close } = await open(small, { javaScriptEnabled: false });
  const text = await p.locator('body').innerText();
  const data = JSON.parse(/id="data">([^]*?)<\/script>/.exec(readFileSync(small, 'utf8'))[1]);
  const title = (s) => (/^~\d/.test(s.title) ? data.texts[Number(s.title.slice(1))] : s.title);
  claim('without scripts every verdict stands on the page', data.schemes.filter((s) => s.verdict !== 'not judged' && !text.includes(title(s))).map(title));
  claim('and what fails, and where', /can log in with a password that is empty/.test(text) && /\/etc\/passwd:1/.test(text) ? true : [text]);
  claim('and that it is a part', /runs no script/.test(text));
  await close();
});

await run('hostile', async () => {
  const { p, errors, close } = await open(hostile);
  let asked = 0;
  p.on('dialog', (d) => { asked++; d.dismiss(); });
  await p.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true; });
  const found = await p.evaluate(() => ({ elements: document.querySelectorAll('#page img, #page script, #page iframe, #page [onerror], #page [onload]').length, controls: (document.body.innerText.match(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g) ?? []).length, links: [...document.querySelectorAll('a[href]')].filter((a) => !/^(https?:|#)/.test(a.getAttribute('href'))).length }));
  claim('foreign words are no elements, no links, no control characters, and run nothing', found.elements + found.controls + found.links + asked === 0 && !errors.length ? true : [JSON.stringify(found), ...errors]);
  await close();
});

/* ---- papers and the comparison ---- */

const faults = { narrow: [], audit: [], print: [] };
for (const file of pages)
  await run(name(file), async () => {
    const { p, close } = await open(file, { width: 400 });
    if ((await overflow(p)) > 0) faults.narrow.push(`${name(file)}: ${await overflow(p)} too wide`);
    faults.audit.push(...(await audit(p)).map((v) => `${name(file)}: ${v}`));
    const pdf = await p.pdf({ format: 'A4', preferCSSPageSize: true });
    if (pdf.length < 5000) faults.print.push(name(file));
    await close();
  });
claim(`${pages.length} papers and comparisons fit a telephone`, faults.narrow);
claim('axe finds nothing on them', faults.audit);
claim('they print', faults.print);

await browser.close();
rmSync(work, { recursive: true });
