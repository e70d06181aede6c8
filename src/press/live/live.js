// Shows a writer what the text says now. Only documents that `cargo site serve` sends ask for this file.
//
// The preview says through a stream of events which site it serves and what is wrong with the text. When the site is
// another one, the page is fetched again, compared with what was fetched before, and only what differs is exchanged: the rest
// keeps its focus, open answers and ticks, and the window stays where it is. Where that cannot be done, the page is loaded.
(() => {
  const script = document.currentScript;
  const { whole } = script.dataset;
  const path = location.pathname;
  // The parts of a document that show its text; the app rebuilds neither.
  const parts = ['.site-nav', 'main'];
  // What the app fills in after the text was served: it does so once, when the page is loaded.
  const filled = '[data-screen], [data-shop-url], input';

  // The document as it was served, and the site that it is from.
  let served;
  let { site } = script.dataset;
  // The app holds texts of the site that the page was loaded from: once another is served, every way leads to the server.
  let isOld = false;

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
  const get = async () => {
    const answer = await fetch(location.href, { cache: 'no-store' });
    return answer.ok ? parse(answer) : undefined;
  };
  const stampOf = (page) => page.querySelector('script[data-site]')?.dataset.site;
  const load = () => {
    events?.close();
    location.reload();
  };

  // Exchanges what differs between two served nodes in the one that the reader sees; false where that cannot be done.
  const exchange = (live, before, after) => {
    if (before.isEqualNode(after)) return true;
    const lists = [live, before, after].map((node) => [...node.childNodes]);
    const isSame = live.nodeName === before.nodeName && before.cloneNode().isEqualNode(after.cloneNode()) &&
      lists[0].length === lists[1].length && lists[1].length > 0;
    if (!isSame) {
      if (parts.some((part) => live.matches?.(part)) || [before, after].some(isFilled)) return false;
      live.replaceWith(document.importNode(after, true));
      return true;
    }
    const [shown, old, next] = lists;
    const shorter = Math.min(old.length, next.length);
    let front = 0;
    while (front < shorter && old[front].isEqualNode(next[front])) front += 1;
    let back = 0;
    while (back < shorter - front && old.at(-1 - back).isEqualNode(next.at(-1 - back))) back += 1;
    if (old.length === next.length) {
      for (let i = front; i < old.length - back; i += 1) if (!exchange(shown[i], old[i], next[i])) return false;
      return true;
    }
    const [gone, come] = [old, next].map((list) => list.slice(front, list.length - back));
    if ([...gone, ...come].some(isFilled)) return false;
    const place = shown[old.length - back] ?? null;
    shown.slice(front, old.length - back).forEach((node) => node.remove());
    come.forEach((node) => live.insertBefore(document.importNode(node, true), place));
    return true;
  };
  const isFilled = (node) => node.nodeType === 1 && (node.matches(filled) || !!node.querySelector(filled));

  // Takes over the site that is served now; one at a time, and again when another came meanwhile.
  let wanted;
  let isBusy = false;
  const follow = async () => {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== site) {
      isOld = true;
      const next = location.pathname === path && served && (await get());
      const isFit = next && next.title === served.title && parts.every((part) => {
        const [live, before, after] = [document, served, next].map((page) => page.querySelector(part));
        return live && before && after && exchange(live, before, after);
      });
      if (!isFit) return load();
      served = next;
      site = stampOf(next);
    }
    isBusy = false;
  };

  // The findings, over the page. All of it is text; nothing that an author wrote becomes markup.
  let said = '[]';
  let panel;
  const element = (name, className, text = '') => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const plural = (count, word) => count && `${count} ${word}${count === 1 ? '' : 's'}`;
  const show = (findings) => {
    const text = JSON.stringify(findings);
    if (text === said) return;
    said = text;
    panel?.remove();
    if (findings.length === 0) return;
    const count = (severity) => plural(findings.filter((finding) => finding.severity === severity).length, severity);
    const errors = count('error');
    panel = element('section', 'live');
    panel.setAttribute('aria-label', 'Findings in the text');
    const box = element('details', 'live__box');
    box.open = !!errors;
    const summary = element('summary', 'live__count', [errors, count('warning')].filter(Boolean).join(', '));
    if (errors) summary.append(element('span', 'live__note', 'This is the last good site.'));
    const list = element('ol', 'live__list');
    for (const { severity, lint, message, excerpt, help } of findings) {
      const item = element('li', 'live__finding');
      item.dataset.severity = severity;
      const head = element('p', 'live__message', message);
      head.prepend(element('span', 'live__severity', `${severity} `));
      head.append(element('span', 'live__lint', ` ${lint}`));
      item.append(head);
      if (excerpt) {
        const code = element('pre', 'live__excerpt', excerpt);
        code.tabIndex = 0;
        item.append(code);
      }
      if (help) item.append(element('p', 'live__help', help));
      list.append(item);
    }
    const dismiss = element('button', 'live__dismiss', 'Dismiss');
    dismiss.type = 'button';
    dismiss.addEventListener('click', () => panel.remove());
    box.append(summary, list);
    panel.append(box, dismiss);
    // Beside the body, which is the app's.
    document.documentElement.append(panel);
  };

  // Links and history lead past the app once its texts are old.
  const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  addEventListener('click', (event) => {
    const link = isOld && isPlain(event) && event.target.closest?.('a[href]');
    if (link && link.origin === location.origin && link.pathname !== location.pathname) event.stopImmediatePropagation();
  }, true);
  addEventListener('popstate', (event) => {
    if (!isOld || location.pathname === path) return;
    event.stopImmediatePropagation();
    load();
  }, true);

  // A browser keeps six connections to a host: a tab that nobody sees gives its own back, and hears the news on return.
  let events;
  const connect = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource(new URL('events', script.src));
    events.addEventListener('message', ({ data }) => {
      const news = JSON.parse(data);
      if (news.whole !== whole) return load();
      show(news.findings);
      wanted = news.site;
      follow();
    });
  };
  document.addEventListener('visibilitychange', connect);
  addEventListener('pagehide', () => events?.close());
  addEventListener('pageshow', ({ persisted }) => persisted && connect());
  get().then((page) => {
    served = page && stampOf(page) === site ? page : undefined;
    connect();
  });
})();
