// Our engine in the browser half of the search bench: names at once, texts when a query needs them.
import init from './_ours_glue.mjs';

let base;
const bytes = file => fetch(base + file).then(response => response.arrayBuffer()).then(buffer => new Uint8Array(buffer));

export async function load(directory) {
  base = directory;
  const names = bytes('names.bin');
  await init({ module_or_path: fetch(base + 'search_bench_browser_bg.wasm') });
  globalThis.ours.load(await names);
}

export async function search(query, limit) {
  const missing = globalThis.ours.missing(query);
  if (missing.length) {
    const texts = await Promise.all(missing.map(part => bytes(`body-${part}.bin`)));
    texts.forEach(text => globalThis.ours.addTexts(text));
  }
  return globalThis.ours.search(query, limit);
}
