// The service worker: what was read on this device stays readable without a network. The press writes RELEASE and SHELL
// above this line and the whole to sw.js.
//
// Pages come from the network and only after it failed, or kept a reader waiting, from the device: so nobody is left with
// an old text, and an author who reloads sees what was just written. Files with a hash in their name never change and come
// from the device first. Page and files are kept apart, and a file stays for as long as any page on the device names its
// hash: a page of an earlier release never stands without its styles.
//
// A new worker waits until the last tab of the old one has closed, then clears out what no page names. Nothing is forced,
// since pages come anew by themselves. Storage that is full or forbidden is passed over: then the network answers alone.
//
// What takes the worker back stands in docs/community/host-this-manual.md.
const SCOPE = new URL(registration.scope);
const PAGES = `merchant-docs pages ${SCOPE.pathname}`;
const FILES = `merchant-docs files ${SCOPE.pathname}`;
const HASHED = /-([0-9a-f]{15,16})(_bg)?\.\w+$/;
const OFFLINE = new URL("offline/", SCOPE).href;
// Shorter, and a slow network shows yesterday's text; longer, and a reader in a cellar gives up.
const PATIENCE_MS = 3000;

// Queries choose an edition or fill the search; the page is the same.
const address = (url) => new URL(url).origin + new URL(url).pathname;
const isPage = (response) => (response.headers.get("content-type") ?? "").startsWith("text/html");
const isWhole = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

async function kept(name, url) {
  try {
    return await (await caches.open(name)).match(address(url), { ignoreVary: true });
  } catch {
    return undefined;
  }
}

async function put(name, url, response) {
  await (await caches.open(name)).put(address(url), response);
}

// Keeps what came by the way; a device without room is no reason to fail.
async function keepVisited(name, url, response) {
  if (!isWhole(response) || isPage(response) !== (name === PAGES)) return;
  await put(name, url, response.clone()).catch(() => {});
}

// Fetches a path and keeps it; a page with the styles and scripts that it names.
async function keep(path) {
  const url = new URL(path, SCOPE).href;
  const isHashed = HASHED.test(url);
  if (isHashed && (await kept(FILES, url))) return;
  const response = await fetch(url, { cache: isHashed ? "default" : "no-cache" });
  if (!isWhole(response)) throw new TypeError(`${url} did not come`);
  if (!isPage(response)) return put(FILES, url, response);
  const html = await response.clone().text();
  await put(PAGES, url, response);
  await Promise.all(names(html).filter((name) => /\.(css|js|wasm)$/.test(name)).map(keep));
}

// Returns the files with a hash in their name that a page leads to; all of them lie at the root.
const names = (html) => [...new Set(html.match(/[\w-]+-[0-9a-f]{15,16}(?:_bg)?\.\w+/g))];
const hashes = (text) => text.match(/[0-9a-f]{15,16}/g) ?? [];

// Network first; what is kept when it fails, breaks, or takes too long.
async function fresh(event, name) {
  const { request } = event;
  // Hosts that say nothing about it let browsers guess how long a page lives; a page is asked for anew.
  const network = fetch(request, name === PAGES ? { cache: "no-cache" } : {});
  const copied = network.then((response) => keepVisited(name, request.url, response), () => {});
  event.waitUntil(copied);
  const old = await kept(name, request.url);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, old));
  try {
    const response = (await (old ? Promise.race([network, patience]) : network)) ?? old;
    return response.status >= 500 ? (old ?? response) : response;
  } catch {
    return old;
  }
}

async function page(event) {
  const { url } = event.request;
  const response = await fresh(event, PAGES);
  if (response) return response;
  if (!url.endsWith("/") && (await kept(PAGES, `${address(url)}/`))) return Response.redirect(`${address(url)}/`);
  const offline = await kept(PAGES, OFFLINE);
  const html = await offline?.text();
  const missing = html?.replace(" data-missing hidden", " data-missing") ?? "This page is not on this device, and the network does not answer.";
  return new Response(missing, { headers: { "content-type": `text/${html ? "html" : "plain"}; charset=utf-8` } });
}

async function immutable(event) {
  const { request } = event;
  const found = await kept(FILES, request.url);
  if (found) return found;
  try {
    const response = await fetch(request);
    event.waitUntil(keepVisited(FILES, request.url, response));
    return response;
  } catch {
    return Response.error();
  }
}

// Drops the files whose hash neither this release nor any page on the device names; those of the search share one.
async function clear() {
  const pages = await caches.open(PAGES);
  const files = await caches.open(FILES);
  const needed = new Set(hashes(SHELL.join(" ")));
  for (const request of await pages.keys()) {
    const html = await (await pages.match(request, { ignoreVary: true }))?.text();
    for (const hash of hashes(html ?? "")) needed.add(hash);
  }
  for (const request of await files.keys()) {
    const hash = HASHED.exec(request.url)?.[1];
    if (hash && !needed.has(hash)) await files.delete(request);
  }
}

// A reader who saves data pays for the page that says what is here, and its styles.
const isSparing = () => navigator.connection?.saveData === true;
const shell = () => (isSparing() ? SHELL.filter((path) => !/\.(js|wasm)$/.test(path)) : SHELL);

addEventListener("install", (event) => {
  event.waitUntil(Promise.allSettled(shell().map(keep)));
});

addEventListener("activate", (event) => {
  event.waitUntil(clear().catch(() => {}).then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (HASHED.test(url.pathname)) event.respondWith(immutable(event));
  else if (["font", "image"].includes(request.destination)) {
    event.respondWith(fresh(event, FILES).then((response) => response ?? Response.error()));
  }
});

// Answers the page's script: `release`, or a list of paths to keep, which ends in "kept" or in what stood in the way.
addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data === "release") port?.postMessage(RELEASE);
  if (!Array.isArray(event.data)) return;
  const outcome = Promise.all(event.data.map(keep)).then(
    () => "kept",
    (error) => (error.name === "QuotaExceededError" ? "full" : "network"),
  );
  event.waitUntil(outcome.then((word) => port?.postMessage(word)));
});
