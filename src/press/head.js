// Runs before the first paint: the edition and the theme are properties of the document, with or without the app.
// Until the app sets data-app, it also answers the radios. Storage may be blocked or hold rubbish: then the default.
(() => {
  const root = document.documentElement;
  const editions = ["open-source", "mage-os"];
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem("merchant-docs." + key));
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      localStorage.setItem("merchant-docs." + key, JSON.stringify(value));
    } catch {
      // The choice holds for this page.
    }
  };
  const apply = () => {
    const asked = new URLSearchParams(location.search).get("edition");
    const stored = read("edition");
    const isAsked = editions.includes(asked);
    root.dataset.edition = isAsked ? asked : editions.includes(stored) ? stored : editions[0];
    root.toggleAttribute("data-override", isAsked && asked !== stored);
    const theme = read("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  };
  const sync = () => {
    for (const id of ["edition-" + root.dataset.edition, "theme-" + (root.dataset.theme || "system")]) {
      const radio = document.getElementById(id);
      if (radio) radio.checked = true;
    }
  };
  apply();
  // A word of the glossary opens its card; with a key held, or before this runs, it is a link to its entry.
  document.addEventListener("click", (event) => {
    const word = event.target.closest("a[data-term]");
    const card = word && document.getElementById("card-term-" + word.dataset.term);
    if (!card?.togglePopover || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    card.togglePopover({ source: word });
  });
  document.addEventListener("DOMContentLoaded", sync);
  addEventListener("pageshow", sync);
  document.addEventListener("change", ({ target }) => {
    if (root.dataset.app || (target.name !== "edition" && target.name !== "theme")) return;
    write(target.name, target.value === "system" ? null : target.value);
    if (target.value === "system") delete root.dataset.theme;
    else root.dataset[target.name] = target.value;
    root.removeAttribute("data-override");
  });
  // Last of all, what keeps pages readable without a network.
  addEventListener("load", () => {
    if (!isSecureContext || !navigator.serviceWorker) return;
    (window.requestIdleCallback ?? setTimeout)(() => {
      document.head.append(Object.assign(document.createElement("script"), { src: "{offline-script}" }));
    });
  });
})();
