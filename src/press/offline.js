// Registers the service worker, tells it what is read, announces a new release, and is behind the page "Read offline".
// It waits until all else is done; whatever fails here is passed over, for the page reads without it.
(() => {
  const { src, dataset } = document.currentScript;
  const base = new URL(".", src);
  const files = `merchant-docs files ${base.pathname}`;
  const pages = `merchant-docs pages ${base.pathname}`;
  const root = document.documentElement;
  const { release } = dataset;
  const hour = 3600e3;
  // Now: a worker that starts below may take the page over before anybody asks.
  const cameByWorker = Boolean(navigator.serviceWorker?.controller);

  const element = (name, properties, ...inner) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inner);
    return made;
  };

  // A worker that the browser stopped in the middle never answers.
  const ask = (worker, message) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      setTimeout(resolve, 60e3, "network");
      worker.postMessage(message, [port2]);
    });

  // A note at the foot of the window: nothing reloads by itself, and nothing on the page moves.
  let isAnnounced = false;
  const announce = async (worker) => {
    if (isAnnounced || [release, "network"].includes(await ask(worker, "release")) || isAnnounced) return;
    isAnnounced = true;
    const words = element("p", {}, "A newer version of this manual is here.");
    const note = element("div", { className: "offline__note" }, element("div", { role: "status" }));
    note.append(
      element("button", { className: "button", type: "button", onclick: () => location.reload() }, "Reload"),
      element("button", { className: "button", type: "button", onclick: () => note.remove() }, "Not now"),
    );
    document.body.append(note);
    // A screen reader speaks what comes into a status, not what it came with.
    setTimeout(() => note.firstChild.append(words), 100);
  };

  const watch = (registration) => {
    const look = (worker) => worker?.state === "installed" && registration.active && announce(worker);
    look(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => look(worker));
    });
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - asked < hour) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
  };

  // The page of the first visit came before the worker, and pages that the app turned to were never asked for.
  const tellVisits = async (registration) => {
    if (navigator.connection?.saveData || document.querySelector("meta[name=robots]")) return;
    let told = cameByWorker ? location.pathname : "";
    const tell = () => {
      if (told === location.pathname) return;
      told = location.pathname;
      registration.active.postMessage([told]);
    };
    if (!told) {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
      const pictures = loaded.filter((url) => url.href.startsWith(base.href) && /\.(webp|svg|woff2)$/.test(url.pathname));
      registration.active.postMessage(pictures.map((url) => url.pathname));
    }
    tell();
    window.navigation?.addEventListener("currententrychange", tell);
  };

  // What follows is the page "Read offline".
  const part = (name) => document.querySelector(`[data-offline="${name}"]`);
  const editionName = (id) => (id === "mage-os" ? "Mage-OS" : "Magento Open Source");
  const megabytes = (bytes) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;
  const mark = new URL("offline-kept", base).href;
  const keptEditions = async () => (await (await (await caches.open(files)).match(mark))?.json()) ?? {};
  const say = (words) => part("state").replaceChildren(words);

  const listPages = async () => {
    const here = new Set((await (await caches.open(pages)).keys()).map(({ url }) => new URL(url).pathname));
    const links = [...document.querySelectorAll(".site-nav a[href]")].filter((link) => here.has(link.getAttribute("href")));
    const items = links.map((link) => {
      const copy = element("a", { href: link.href });
      copy.append(...[...link.childNodes].map((node) => node.cloneNode(true)));
      return element("li", {}, copy);
    });
    part("pages").replaceChildren(...items);
    part("count").textContent = ["No page yet", "1 page"][items.length] ?? `${items.length} pages`;
  };

  const show = async (manifest) => {
    const kept = await keptEditions();
    const held = Object.keys(kept);
    const isOld = manifest && held.some((id) => kept[id] !== manifest.release);
    const whose = held.map(editionName).join(" and for ");
    say(held.length ? `The whole manual for ${whose} is on this device${isOld ? ", from an earlier release." : "."}` : "Pages that you open stay on this device. The rest needs the network.");
    part("remove").hidden = !held.length;
    part("keep").hidden = !manifest;
    await listPages();
  };

  const failures = {
    full: "There is not enough room on this device. What was fetched so far stays readable.",
    network: "The network went away. Select the button again to go on from here.",
  };

  const keepManual = async (worker, manifest) => {
    const edition = root.dataset.edition;
    const list = [...manifest.shared, ...manifest[edition]];
    const bar = part("progress");
    Object.assign(bar, { hidden: false, value: 0, max: list.reduce((sum, [, bytes]) => sum + bytes, 0) });
    part("keep").disabled = true;
    say(`Fetching the manual for ${editionName(edition)} …`);
    let outcome = "kept";
    for (let i = 0; i < list.length && outcome === "kept"; i += 12) {
      const batch = list.slice(i, i + 12);
      outcome = await ask(worker, batch.map(([path]) => path));
      bar.value += batch.reduce((sum, [, bytes]) => sum + bytes, 0);
    }
    if (outcome === "kept") {
      const kept = { ...(await keptEditions()), [edition]: manifest.release };
      await (await caches.open(files)).put(mark, new Response(JSON.stringify(kept)));
      navigator.storage?.persist?.().catch(() => {});
    }
    bar.hidden = true;
    part("keep").disabled = false;
    await show(manifest);
    if (outcome !== "kept") say(failures[outcome]);
  };

  const removeManual = async (worker, manifest) => {
    await Promise.all([pages, files].map((name) => caches.delete(name)));
    // This page stays, to say what is here.
    await ask(worker, [new URL("offline/", base).pathname]);
    await show(manifest);
    part("keep").focus();
  };

  const connectPage = async (worker) => {
    const manifest = await fetch(new URL("offline.json", base), { cache: "no-cache" }).then((answer) => (answer.ok ? answer.json() : null), () => null);
    for (const edition of ["open-source", "mage-os"]) {
      const list = manifest ? [...manifest.shared, ...manifest[edition]] : [];
      part(`size-${edition}`).textContent = manifest ? `, ${megabytes(list.reduce((sum, [, bytes]) => sum + bytes, 0))}` : "";
    }
    part("keep").addEventListener("click", () => keepManual(worker, manifest).catch(() => say(failures.full)));
    part("remove").addEventListener("click", () => removeManual(worker, manifest).catch(() => {}));
    await show(manifest);
  };

  const start = async () => {
    if (!isSecureContext || !navigator.serviceWorker) return;
    const registered = navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname, updateViaCache: "none" });
    watch(await registered);
    const registration = await navigator.serviceWorker.ready;
    await tellVisits(registration);
    if (part("keep")) await connectPage(registration.active);
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(() => start().catch(() => {}));
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
})();
