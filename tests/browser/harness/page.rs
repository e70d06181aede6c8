//! A tab.

use std::cell::Cell;
use std::fmt::Debug;
use std::time::{Duration, Instant};

use chromiumoxide::cdp::browser_protocol::animation;
use chromiumoxide::cdp::browser_protocol::emulation::{
    MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams, SetFocusEmulationEnabledParams,
    SetScriptExecutionDisabledParams,
};
use chromiumoxide::cdp::browser_protocol::input::InsertTextParams;
use chromiumoxide::cdp::browser_protocol::network::{BlockPattern, SetBlockedUrLsParams};
use chromiumoxide::cdp::browser_protocol::page::{
    AddScriptToEvaluateOnNewDocumentParams, NavigateParams, PrintToPdfParams,
};
use chromiumoxide::cdp::js_protocol::runtime::EvaluateParams;
use serde::de::DeserializeOwned;

use super::element::{Element, Role};
use super::keys::Key;
use super::log::Log;
use super::site::BLANK;

/// How wide and high the window is, and how many pixels of the screen make one of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    width: i64,
    height: i64,
    scale: f64,
}

/// A phone that is held upright.
pub(crate) const PHONE: Size = Size { width: 390, height: 844, scale: 1.0 };
/// A window on a desk.
pub(crate) const DESKTOP: Size = Size { width: 1440, height: 900, scale: 1.0 };

impl Size {
    /// The narrowest window in which every page must read without sideways scrolling.
    pub(crate) const NARROW: Self = Self { width: 320, height: 640, scale: 1.0 };
    /// A sheet of A4 between its margins.
    pub(crate) const SHEET: Self = Self { width: 642, height: 948, scale: 1.0 };
    /// A window of 1280 by 800 pixels in which the reader zoomed to 200 %.
    pub(crate) const ZOOMED: Self = Self { width: 640, height: 400, scale: 2.0 };
}

/// How long anything on a page may take. Shorter, and a busy machine fails tests; longer, and a failure takes long.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long what is known to take long may take: axe goes through a long page four times, and a busy machine takes its time.
const PATIENCE_AT_LENGTH: Duration = Duration::from_mins(5);
/// How long to wait before looking again. At zero the machine does nothing but look; at a second the tests crawl.
const GLANCE: Duration = Duration::from_millis(15);

/// What the head script and the app set when they are done.
const READY: &str = "document.readyState === 'complete' && document.documentElement.dataset.app === 'ready'";

/// Whether the picture of the last page fades over the new one.
pub(crate) const IS_FADING: &str =
    "document.getAnimations().some(({ effect }) => effect.pseudoElement?.startsWith('::view-transition'))";

/// A tab of a [`Visit`](super::Visit).
pub(crate) struct Page {
    pub(super) tab: chromiumoxide::Page,
    log: Log,
    address: String,
    /// Whether documents may run scripts; without, no frame calls back.
    has_scripts: Cell<bool>,
}

impl Page {
    pub(super) fn new(tab: chromiumoxide::Page, log: Log, address: String) -> Self {
        Self { tab, log, address, has_scripts: Cell::new(true) }
    }

    /// Goes to a path of the site and waits until the document and its files are there.
    pub(crate) async fn go(&self, path: &str) {
        let address = format!("{}{path}", self.address);
        let answer = self.tab.execute(NavigateParams::new(&address)).await.expect("Chromium goes to the address");
        assert_eq!(answer.result.error_text, None, "{address} answers");
        self.until("the document is complete", "document.readyState === 'complete'").await;
    }

    /// Goes to a path of the site and waits for the app.
    pub(crate) async fn load(&self, path: &str) {
        self.go(path).await;
        self.ready().await;
    }

    /// Waits until the app has taken over the document at hand.
    pub(crate) async fn ready(&self) {
        self.until("the app has taken over", READY).await;
    }

    /// Points at a link into every guide and waits until the packs are here, so that every link to a page is followed without
    /// a page load.
    pub(crate) async fn packs(&self) {
        self.run(
            "(() => { for (const link of document.querySelectorAll('.wordmark, .site-nav__link'))
                link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })); })()",
        )
        .await;
        let here = "JSON.parse(document.getElementById('bootstrap').textContent).site.packs.every(([, file]) =>
            performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith(file) && responseEnd > 0))";
        self.until("all packs are here", here).await;
        // The app reads a pack in the turns of the event loop after its last byte came.
        self.run("new Promise((done) => setTimeout(() => setTimeout(done, 50), 50))").await;
    }

    /// Waits for two frames: what was asked for before has been painted.
    pub(crate) async fn painted(&self) {
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))").await;
    }

    /// Puts a value into storage before the page is opened, as an earlier visit would have.
    pub(crate) async fn remember(&self, key: &str, value: &str) {
        self.go(BLANK).await;
        let value = serde_json::Value::from(value);
        self.run(&format!("localStorage.setItem('merchant-docs.{key}', {value})")).await;
    }

    /// Returns what storage has under a key.
    pub(crate) async fn remembered(&self, key: &str) -> Option<String> {
        self.js(&format!("localStorage.getItem('merchant-docs.{key}')")).await
    }

    /// Returns the value of an expression; promises are awaited.
    pub(crate) async fn js<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.try_js(expression).await.unwrap_or_else(|error| panic!("{error}\n  in: {expression}"))
    }

    /// Returns what a promise comes to, however long it takes: chromiumoxide drops each question after half a minute, so
    /// the page keeps the answer until it is asked for it again.
    pub(crate) async fn js_at_length<T: DeserializeOwned>(&self, promise: &str) -> T {
        self.run(&format!(
            "globalThis.answer = null; {promise}.then((value) => answer = {{ value }}, (error) => answer = {{ error: String(error) }}); null"
        ))
        .await;
        let start = Instant::now();
        while self.js::<bool>("answer === null").await {
            assert!(start.elapsed() < PATIENCE_AT_LENGTH, "no answer to {promise}");
            tokio::time::sleep(GLANCE).await;
        }
        self.js("(() => { if (answer.error) throw answer.error; return answer.value; })()").await
    }

    /// Runs a script and awaits the promise that it may return.
    pub(crate) async fn run(&self, script: &str) {
        self.js::<serde_json::Value>(script).await;
    }

    async fn try_js<T: DeserializeOwned>(&self, expression: &str) -> Result<T, String> {
        let mut params = EvaluateParams::new(expression);
        params.await_promise = Some(true);
        params.return_by_value = Some(true);
        let answer = self.tab.execute(params).await.map_err(|error| error.to_string())?.result;
        if let Some(details) = answer.exception_details {
            let exception = details.exception.and_then(|exception| exception.description).unwrap_or(details.text);
            return Err(exception);
        }
        serde_json::from_value(answer.result.value.unwrap_or_default()).map_err(|error| error.to_string())
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, fact: &str, expression: &str) {
        let start = Instant::now();
        loop {
            // While a document gives way to the next, there is nobody to ask.
            let answer = self.try_js::<bool>(expression).await;
            if answer == Ok(true) {
                return;
            }
            let messages = if start.elapsed() > PATIENCE { Some(self.log.messages().await) } else { None };
            assert!(messages.is_none(), "in vain: {fact} ({expression} is {answer:?}); console: {messages:#?}");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Asserts that an expression has a value, now or soon.
    pub(crate) async fn becomes<T: DeserializeOwned + PartialEq + Debug>(&self, expression: &str, expected: T) {
        let start = Instant::now();
        loop {
            let answer = self.try_js::<T>(expression).await;
            if answer.as_ref() == Ok(&expected) {
                return;
            }
            if start.elapsed() > PATIENCE {
                let console = self.log.messages().await;
                panic!("{expression} is {answer:?}, not {expected:?}; console: {console:#?}");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until the console says something.
    pub(crate) async fn hears(&self, part: &str) {
        let start = Instant::now();
        while !self.log.messages().await.iter().any(|message| message.contains(part)) {
            assert!(start.elapsed() < PATIENCE, "the console never said `{part}`");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Returns the control or landmark with a role and a name, as a screen reader finds it; waits until it is there.
    pub(crate) async fn get(&self, role: Role, name: &str) -> Element<'_> {
        self.root().await.get(role, name).await
    }

    /// Tells whether an element with a role and a name can be found.
    pub(crate) async fn has(&self, role: Role, name: &str) -> bool {
        !self.root().await.find(role, name).await.is_empty()
    }

    async fn root(&self) -> Element<'_> {
        Element::evaluated(self, "document.documentElement").await
    }

    /// Returns the element that a selector finds first, for what has neither role nor name.
    pub(crate) async fn select(&self, selector: &str) -> Element<'_> {
        self.until(selector, &format!("!!document.querySelector('{selector}')")).await;
        Element::evaluated(self, &format!("document.querySelector('{selector}')")).await
    }

    /// Waits until no picture of the last page fades over the new one: nothing can be clicked where it lies. It begins to
    /// fade in the frame after the page that it belongs to.
    pub(super) async fn still(&self) {
        if !self.has_scripts.get() {
            return;
        }
        self.painted().await;
        self.until("nothing fades", &format!("!({IS_FADING})")).await;
    }

    /// Tells whether the sidebar has a link to a page.
    pub(crate) async fn sidebar_lists(&self, path: &str) -> bool {
        self.js(&format!("!!document.querySelector('.site-nav__link[href=\"{path}\"]')")).await
    }

    /// Follows the sidebar's link to a page as a reader would: opens its guide when that is closed, then clicks.
    pub(crate) async fn follow(&self, path: &str) {
        let link = self.select(&format!(".site-nav__link[href=\"{path}\"]")).await;
        if link.call("function () { return !this.closest('details').open; }").await {
            let guide: String = link.call("function () { return this.closest('details').dataset.guide; }").await;
            self.select(&format!("[data-guide={guide}] > summary")).await.click().await;
            self.until("the guide is open", &format!("document.querySelector('[data-guide={guide}]').open")).await;
        }
        link.click().await;
        self.becomes("location.pathname", path.to_owned()).await;
    }

    /// Chooses an edition with the switch in the header and waits for its text.
    pub(crate) async fn switch_to(&self, edition: &str) {
        let id = if edition == "Mage-OS" { "mage-os" } else { "open-source" };
        self.get(Role::Group, "Edition").await.get(Role::Radio, edition).await.click().await;
        self.becomes("document.documentElement.dataset.edition", id.to_owned()).await;
        self.painted().await;
    }

    /// Scrolls to a distance from the top, at once.
    pub(crate) async fn scroll_to(&self, top: i32) {
        self.run(&format!("scrollTo({{ top: {top}, behavior: 'instant' }})")).await;
        self.painted().await;
    }

    /// Presses and releases a key.
    pub(crate) async fn press(&self, key: Key) {
        for event in key.events() {
            self.tab.execute(event).await.expect("Chromium takes keys");
        }
    }

    /// Types a text where the focus is, at once.
    pub(crate) async fn write(&self, text: &str) {
        self.tab.execute(InsertTextParams::new(text)).await.expect("Chromium takes text");
    }

    /// Changes the size of the window; below the width of a tablet it is a phone's.
    pub(crate) async fn resize(&self, size: Size) {
        let is_mobile = size.width < 600;
        let metrics = SetDeviceMetricsOverrideParams::new(size.width, size.height, size.scale, is_mobile);
        self.tab.execute(metrics).await.expect("Chromium resizes");
        let focus = SetFocusEmulationEnabledParams::new(true);
        self.tab.execute(focus).await.expect("Chromium lets a hidden tab believe that it has the focus");
    }

    /// Sets what media queries find, like `prefers-reduced-motion: reduce`.
    pub(crate) async fn media(&self, feature: &str, value: &str) {
        let media = SetEmulatedMediaParams::builder().feature(MediaFeature::new(feature, value)).build();
        self.tab.execute(media).await.expect("Chromium emulates media features");
    }

    /// Lays the page out as for paper, or as for the screen again when `medium` is empty.
    pub(crate) async fn medium(&self, medium: &str) {
        let media = SetEmulatedMediaParams::builder().media(medium).build();
        self.tab.execute(media).await.expect("Chromium emulates media");
    }

    /// Prints the page as the browser would, and returns the PDF.
    pub(crate) async fn pdf(&self) -> Vec<u8> {
        self.tab.pdf(PrintToPdfParams::default()).await.expect("Chromium prints")
    }

    /// Lets animations run at a part of their speed.
    pub(crate) async fn slow_animations(&self, rate: f64) {
        self.tab.execute(animation::EnableParams::default()).await.expect("Chromium controls animations");
        self.tab.execute(animation::SetPlaybackRateParams::new(rate)).await.expect("Chromium slows animations");
    }

    /// Switches scripting off from the next document on; questions to the page stay possible.
    pub(crate) async fn without_scripts(&self) {
        let off = SetScriptExecutionDisabledParams::new(true);
        self.tab.execute(off).await.expect("Chromium switches scripting off");
        self.has_scripts.set(false);
    }

    /// Runs a script in every document before its own.
    pub(crate) async fn before_scripts(&self, source: &str) {
        let script = AddScriptToEvaluateOnNewDocumentParams::new(source);
        self.tab.execute(script).await.expect("Chromium takes scripts");
    }

    /// Lets every request for the app's WebAssembly fail.
    pub(crate) async fn block_wasm(&self) {
        let block = BlockPattern::new("*://*:*/*.wasm", true);
        let block = SetBlockedUrLsParams::builder().url_pattern(block).build();
        self.tab.execute(block).await.expect("Chromium blocks addresses");
    }

    /// Returns the addresses that were asked for, in order.
    pub(crate) async fn requests(&self) -> Vec<String> {
        self.log.requests().await
    }

    /// Asserts the edition that the document is in, now or soon.
    pub(crate) async fn reads(&self, edition: &str) {
        self.becomes("document.documentElement.dataset.edition", edition.to_owned()).await;
    }

    /// Asserts what a screen reader is told, now or soon.
    pub(crate) async fn announces(&self, words: &str) {
        self.becomes("document.querySelector('[role=status]').textContent", words.to_owned()).await;
    }

    /// Leaves a mark that the next page load wipes away.
    pub(crate) async fn mark_document(&self) {
        self.run("void (window.isMarked = true)").await;
    }

    /// Tells whether the document is still the one that was marked.
    pub(crate) async fn is_marked(&self) -> bool {
        self.js("window.isMarked === true").await
    }
}
