// Measures the work from a keystroke to the frame that paints its answers, on a built site that is served: script, style,
// layout, paint and layers of the main thread, on a phone's screen (390 px) with the processor slowed down four times.
// Every second query of the tests is typed letter by letter, once to fetch what it needs and once to measure.
//
//   npm install playwright-core; cargo site serve; node examples/search_bench/keystrokes.mjs http://localhost:8080/
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const address = process.argv[2] ?? 'http://localhost:8080/';
const WORK = ['EventDispatch', 'FireIdleCallback', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'];
const queries = [...fs.readFileSync(new URL('../../tests/search_queries.toml', import.meta.url), 'utf8').matchAll(/^q = "(.*)"$/gm)]
  .map(found => found[1]).filter((_, place) => place % 2 === 0);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const page = await (await browser.newContext({ ...phone, serviceWorkers: 'block' })).newPage();
await page.goto(address);
await page.waitForTimeout(2500);
await page.keyboard.press('/');
await page.waitForTimeout(1000);
await page.evaluate(() => {
  const field = document.getElementById('search-dialog-input');
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  globalThis.typeLetters = async text => {
    for (let end = 1; end <= text.length; end++) {
      field.value = text.slice(0, end);
      await frame();
      await frame();
      performance.mark('keystroke');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let frames = 0; frames < 4; frames++) await frame();
    }
  };
});
const typeAll = async () => { for (const query of queries) await page.evaluate(query => globalThis.typeLetters(query), query); };
await typeAll();
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
await typeAll();
const trace = JSON.parse(String(await browser.stopTracing())).traceEvents.sort((a, b) => a.ts - b.ts);
await browser.close();

const keystrokes = trace.filter(event => event.name === 'keystroke' && event.cat.includes('user_timing'));
const { pid, tid } = keystrokes[0];
const main = trace.filter(event => event.pid === pid && event.tid === tid && event.ph === 'X' && WORK.includes(event.name));
// The first frame ends with its layers; the answers below the best page are written after it, in an idle moment that comes at
// once when nothing has changed above.
const frames = keystrokes.map((keystroke, place) => {
  const until = keystrokes[place + 1]?.ts ?? Infinity;
  const sums = [0];
  const events = main.filter(event => event.ts >= keystroke.ts && event.ts < until);
  const start = events.findIndex(event => event.name === 'EventDispatch' && event.args?.data?.type === 'input');
  if (start < 0) throw new Error(`keystroke ${place} was not dispatched`);
  for (const event of events.slice(start)) {
    if (event.name === 'FireIdleCallback' && sums.length === 1) sums.push(0);
    sums[sums.length - 1] += event.dur / 1000;
    if (event.name === 'Layerize') sums.push(0);
  }
  return sums;
});
const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);
const report = (what, values) => console.log(what, 'p50', at(values, 0.5), 'p95', at(values, 0.95), 'ms');
console.log(queries.length, 'queries,', keystrokes.length, 'keystrokes');
report('the best page is painted:', frames.map(([first]) => first));
report('all are painted:', frames.map(([first, second]) => first + (second ?? 0)));
