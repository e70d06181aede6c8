// Measures the work from a keystroke to the frame that paints its answers, on a built site that is served: script, style,
// layout, paint and layers of the main thread, on a phone's screen (390 px) with the processor slowed down four times, or as
// many times as a second argument says: with 1, versions are compared without what slowing down itself costs.
// Every second query of the tests is typed letter by letter, once to fetch what it needs and three times to measure. The least of
// the three counts: a machine that is shared takes longer now and then, never less.
//
//   npm install playwright-core; cargo site serve; node examples/search_bench/keystrokes.mjs http://localhost:8080/
import { chromium } from 'playwright-core';
import { queries as all } from './queries.mjs';

const [address = 'http://localhost:8080/', rate = '4'] = process.argv.slice(2);
const WORK = ['EventDispatch', 'FireIdleCallback', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize'];
// How often each letter is typed.
const ROUNDS = 3;
const queries = all.filter((_, place) => place % 2 === 0);

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
      await new Promise(done => requestIdleCallback(done));
      await frame();
      await frame();
    }
  };
});
const typeLetters = query => page.evaluate(query => globalThis.typeLetters(query), query);
for (const query of queries) await typeLetters(query);
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: Number(rate) });

// The best page's frame ends with its layers. The answers below are written after it, in an idle moment that comes before the
// frame when nothing has changed above, and are painted in the frame that follows.
const workOf = events => {
  const sum = part => part.reduce((total, event) => total + event.dur / 1000, 0);
  const upToFrame = part => {
    const end = part.findIndex(event => event.name === 'Layerize');
    if (end < 0) throw new Error('no frame followed a keystroke');
    return part.slice(0, end + 1);
  };
  const start = events.findIndex(event => event.name === 'EventDispatch' && event.args?.data?.type === 'input');
  const idle = events.findIndex((event, place) => place > start && event.name === 'FireIdleCallback');
  if (start < 0 || idle < 0) throw new Error('a keystroke was not answered');
  const first = upToFrame(events.slice(start));
  const isShared = first.includes(events[idle]);
  const best = sum(first.filter(event => event !== events[idle]));
  const rest = isShared ? events[idle].dur / 1000 : sum(upToFrame(events.slice(idle)));
  return { best, rest, all: best + rest };
};
// Work within work, as the dialog's paint within the document's, counts once.
const outermost = events => {
  let end = 0;
  return events.filter(event => {
    const isOutermost = event.ts >= end;
    if (isOutermost) end = event.ts + event.dur;
    return isOutermost;
  });
};
const measure = async query => {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  await typeLetters(query);
  const trace = JSON.parse(String(await browser.stopTracing())).traceEvents.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const keystrokes = trace.filter(event => event.name === 'keystroke' && event.cat.includes('user_timing'));
  const { pid, tid } = keystrokes[0];
  const main = outermost(
    trace.filter(event => event.pid === pid && event.tid === tid && event.ph === 'X' && WORK.includes(event.name)));
  return keystrokes.map(({ ts }, place) => {
    const until = keystrokes[place + 1]?.ts ?? Infinity;
    return workOf(main.filter(event => event.ts >= ts && event.ts < until));
  });
};
const times = [];
for (const query of queries) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(query));
  times.push(...rounds[0].map((_, place) => rounds.map(round => round[place])));
}
await browser.close();

const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)].toFixed(1);
const report = (what, part, pick) => {
  const values = times.map(rounds => pick(rounds.map(round => round[part])));
  console.log(what, 'p50', at(values, 0.5), 'p95', at(values, 0.95), 'ms');
};
const least = values => Math.min(...values);
console.log(queries.length, 'queries,', times.length, 'keystrokes, least of', ROUNDS, 'times');
report('the best page is painted:', 'best', least);
report('the other pages, in a frame of their own:', 'rest', least);
report('all are painted:', 'all', least);
report('the best page, first time:', 'best', values => values[0]);
