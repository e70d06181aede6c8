// Counts what a reader of this manual fetches for the first five results of each query of the tests, with an empty cache: the
// engine's WebAssembly module and its glue after brotli, the file of names, and the files of texts that the query asks for.
// The module is that of the bench, the index files are those of a built site:
//
//   cargo build --profile app --target wasm32-unknown-unknown --example search_bench_browser
//   target/tools/bin/wasm-bindgen --target web --no-typescript --remove-name-section --remove-producers-section \
//     --out-dir target/own target/wasm32-unknown-unknown/app/examples/search_bench_browser.wasm
//   node examples/search_bench/manual_bytes.mjs target/own target/test-sites/release
//
// The app has search beside all else, so a reader fetches less code for it than a module of its own weighs. A third folder, a
// site built without search (`search::connect`, `highlight::connect` and `search::act` taken out), makes the code the difference.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import url from 'node:url';
import zlib from 'node:zlib';
import { queries } from './queries.mjs';

const [engine, site, siteWithout] = process.argv.slice(2);
const read = file => fs.readFileSync(file);
const packed = bytes => zlib.brotliCompressSync(bytes).length;
const app = folder => fs.readdirSync(folder).filter(name => /^merchant-docs-.*\.(js|wasm)$/.test(name))
  .reduce((sum, name) => sum + packed(read(path.join(folder, name))), 0);

const glue = read(path.join(engine, 'search_bench_browser.js'));
const wasm = read(path.join(engine, 'search_bench_browser_bg.wasm'));
// Without a package beside it, Node takes a file for a module by its ending.
const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'own-')), 'glue.mjs');
fs.writeFileSync(copy, glue);
const { default: init } = await import(url.pathToFileURL(copy));
await init({ module_or_path: wasm });

// The files of one build share a hash.
const [, build] = String(read(path.join(site, 'index.html'))).match(/"search":{"build":"([0-9a-f]+)"/);
const file = name => read(path.join(site, `search-${name}-${build}.bin`));
const names = file('names');
const code = siteWithout ? app(site) - app(siteWithout) : packed(glue) + packed(wasm);

const fetched = queries.map(query => {
  // Loaded anew for each query, as by a reader who comes to search once.
  globalThis.ours.load(zlib.inflateRawSync(names));
  const parts = globalThis.ours.missing(query).map(part => file(`texts-${part}`));
  if (!parts.every(part => globalThis.ours.addTexts(zlib.inflateRawSync(part)))) throw new Error(`a damaged file: ${query}`);
  if (!globalThis.ours.search(query, 5).length) throw new Error(`nothing found: ${query}`);
  return code + names.length + parts.reduce((sum, part) => sum + part.length, 0);
}).sort((a, b) => a - b);

const kib = bytes => (bytes / 1024).toFixed(1);
const at = share => kib(fetched[Math.floor((fetched.length - 1) * share)]);
console.log(`${queries.length} queries; code ${kib(code)} KiB, names ${kib(names.length)} KiB`);
console.log(`to the first five results: mean ${kib(fetched.reduce((a, b) => a + b) / fetched.length)}, median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} KiB`);
