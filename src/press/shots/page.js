// What `cargo site shots` does inside a page of the shop: a function, called with the name of a deed and what it needs.
(deed, need) => {
  "use strict";

  /* Elements */

  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === "visible";
  };

  const texts = new WeakMap();
  const silent = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);
  const words = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.TEXT_NODE ? node.data : "";
    if (silent.has(node.nodeName)) return "";
    if (!texts.has(node)) texts.set(node, [...node.childNodes].map(words).join(""));
    return texts.get(node);
  };
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const text = (element) => tidy(element.matches("input") ? element.value : words(element));

  // Browsers know neither :has-text() nor :visible: what they mean is written onto the elements for as long as a search takes.
  const search = (root, css) => {
    const tests = [];
    const flag = (test) => `[data-shots-${tests.push(test)}]`;
    const plain = css
      .replace(/:has-text\(\s*(["'])(.*?)\1\s*\)/g, (_, quote, wanted) => {
        const part = tidy(wanted).toLowerCase();
        return flag((element) => text(element).toLowerCase().includes(part));
      })
      .replace(/:text-is\(\s*(["'])(.*?)\1\s*\)/g, (_, quote, wanted) => flag((element) => text(element) === tidy(wanted)))
      .replace(/:visible/g, () => flag(seen));
    const all = tests.length ? [...document.querySelectorAll("*")] : [];
    tests.forEach((test, i) => all.filter(test).forEach((element) => element.setAttribute(`data-shots-${i + 1}`, "")));
    try {
      return [...root.querySelectorAll(plain)];
    } finally {
      tests.forEach((_, i) => all.forEach((element) => element.removeAttribute(`data-shots-${i + 1}`)));
    }
  };

  const find = (parts) =>
    parts.reduce(
      (found, part) => {
        if (part === "visible") return found.filter(seen);
        if ("nth" in part) return found.slice(part.nth).slice(0, 1);
        return [...new Set(found.flatMap((root) => search(root, part.css)))];
      },
      [document],
    );
  const first = (parts) => {
    const found = find(parts);
    return found.find(seen) ?? found[0];
  };
  const boxOf = (element) => {
    if (!element || !seen(element)) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const tell = (element, ...names) => names.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
  const scrollTo = (element, offset) =>
    window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - offset, behavior: "instant" });

  /* Deeds: each answers with true when its element was there. */

  const on = (element, act) => {
    if (element) act(element);
    return Boolean(element);
  };
  const isOpen = (section) =>
    [...section.querySelectorAll(".admin__fieldset-wrapper-content, .admin__collapsible-content")].some(seen);
  const group = (id, wanted) =>
    on(document.getElementById(`${id}-head`), (head) => {
      const body = document.getElementById(id);
      if (body && seen(body) !== wanted) head.click();
    });

  const deeds = {
    // Where the first element that can be seen is, after it was scrolled into sight if need be.
    point: () => {
      const element = first(need.at);
      if (!element || !seen(element)) return null;
      const box = boxOf(element);
      const isInside = box.y >= 0 && box.y + box.height <= innerHeight && box.x >= 0 && box.x + box.width <= innerWidth;
      if (!isInside) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      return boxOf(element);
    },
    is_seen: () => find(need.at).some(seen),
    force: () => on(first(need.at), (element) => element.click()),
    fill: () =>
      on(first(need.at), (field) => {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, need.text);
        tell(field, "input", "keyup", "change");
      }),
    select: () => {
      const field = first(need.at);
      const option = [...(field?.options ?? [])].find((one) => one.value === need.option || tidy(one.label) === need.option);
      if (option) field.value = option.value;
      if (option) tell(field, "input", "change");
      return Boolean(option);
    },
    upload: () =>
      on(find(need.at)[0], (field) => {
        const files = new DataTransfer();
        files.items.add(new File([need.text], need.name));
        field.files = files.files;
        tell(field, "input", "change");
      }),
    scroll_to: () => on(first(need.at), (element) => scrollTo(element, need.offset)),
    open: () =>
      on(document.querySelector(`[data-index="${CSS.escape(need.index)}"]`), (section) => {
        const title = section.querySelector(".fieldset-wrapper-title, .admin__collapsible-title");
        if (!isOpen(section)) title?.click();
        scrollTo(section, 0);
      }),
    open_config: () => {
      const isThere = group(need.id, true);
      if (isThere && need.scroll) scrollTo(document.getElementById(`${need.id}-head`), 0);
      return isThere;
    },
    close_config: () => group(need.id, false),

    /* Looks */

    // What must stay the same for a while before the page is called quiet; null while it is not even loaded.
    calm: () => {
      const masks = ".loading-mask, .admin__data-grid-loading-mask, .admin__form-loading-mask, .spinner, [aria-busy=true]";
      const isBusy =
        document.readyState !== "complete" ||
        document.fonts.status !== "loaded" ||
        (window.jQuery?.active ?? 0) > 0 ||
        [...document.images].some((image) => image.loading !== "lazy" && !image.complete) ||
        [...document.querySelectorAll(masks)].some(seen);
      const root = document.documentElement;
      return isBusy ? null : [document.querySelectorAll("*").length, root.scrollHeight, scrollX, scrollY].join(" ");
    },
    // Why this is not a page of the shop as it should be; null when it is one.
    problem: () => {
      const status = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0;
      if (status >= 400) return `the shop answers with status ${status}`;
      const heads = [document.title, ...[...document.querySelectorAll("h1, .page-title")].map(text)];
      const bad = heads.find((head) => /^(404\b|403\b|50\d\b|access denied|there has been an error|whoops, our bad)/i.test(tidy(head)));
      if (bad) return `the shop shows “${tidy(bad)}”`;
      const body = text(document.body);
      const said = ["There has been an error processing your request", "Sorry, you need permissions to view this", "Exception #0"];
      const heard = said.find((one) => body.includes(one));
      return heard ? `the shop shows “${heard}”` : null;
    },
    // The form for signing in to the Admin, and what it complains of.
    sign_in: () => ({
      form: Boolean(document.querySelector("#login-form #username, form #username")),
      second: /\/(tfa|twofactorauth)\//i.test(location.pathname),
      message: text(document.querySelector(".message-error, .messages .error") ?? document.createElement("i")),
    }),
    // The product as the Admin's footer names it.
    product: () => {
      const footer = document.querySelector(".magento-version") ?? document.querySelector("footer, .page-footer");
      return footer ? text(footer) : "";
    },
    height: () => Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0),
    boxes: () => need.all.map((parts) => boxOf(first(parts))),
    // No blinking cursor, nothing in motion, no message that comes and goes.
    still: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }" +
          ".admin-usage-notification, .release-notification-modal { display: none !important; }",
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      return true;
    },
    mark: () => (window.merchantDocsWasHere = true),
    is_marked: () => Boolean(window.merchantDocsWasHere),
  };
  return deeds[deed]();
}
