// Builds our engine and its index for the search bench: copy this file and ours.client.mjs into the bench's engines/ and name
// the project, `OURS=/path/to/project node bench.mjs ours`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

const project = process.env.OURS ?? '../../main';
const bindgen = process.env.WASM_BINDGEN ?? path.join(project, 'target/tools/bin/wasm-bindgen');
const target = process.env.CARGO_TARGET_DIR ?? path.join(project, 'target');
const parts = process.env.PARTS ?? '160';
const run = (command, ...args) => execFileSync(command, args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });

export const label = `Merchant Docs (one file of names, ${parts} of texts)`;

export function build() {
  run('cargo', 'build', '--release', '--example', 'search_bench');
  run('cargo', 'build', '--profile', 'app', '--target', 'wasm32-unknown-unknown', '--example', 'search_bench_browser');
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'ours-'));
  const wasm = path.join(target, 'wasm32-unknown-unknown/app/examples/search_bench_browser.wasm');
  run(bindgen, '--target', 'web', '--no-typescript', '--remove-name-section', '--remove-producers-section', '--out-dir', out, wasm);
  // The bench bundles the client with what it imports, so the glue has to lie beside it.
  fs.renameSync(path.join(out, 'search_bench_browser.js'), path.join(out, '_ours_glue.mjs'));
  fs.copyFileSync(path.join(out, '_ours_glue.mjs'), path.join('engines', '_ours_glue.mjs'));
  fs.rmSync(path.join(out, '_ours_glue.mjs'));
  const built = run(path.join(target, 'release/examples/search_bench'), '--files', path.resolve('corpus/docs.json'), parts, out);
  console.log('ours', String(built).trim());
  return Object.fromEntries(fs.readdirSync(out).map(file => [file, fs.readFileSync(path.join(out, file))]));
}
