//! Opens a built site in Chromium and fails a test at the first thing that the console says and the test did not foresee.
//!
//! A test is a closure that [`visit`] runs: the check of the consoles comes after it and cannot be forgotten.
//!
//! ```ignore
//! #[test]
//! #[ignore = "needs the built sites: run cargo site test"]
//! fn the_home_page_has_a_switch() {
//!     visit(Site::release(), async |visit| {
//!         let page = visit.open("/").await;
//!         page.get(Role::Radio, "Mage-OS").await.click().await;
//!     });
//! }
//! ```

mod chromium;
mod element;
mod keys;
mod log;
mod page;
mod site;

use std::cell::RefCell;
use std::time::Duration;

use chromiumoxide::browser::Browser;
use chromiumoxide::cdp::browser_protocol::browser::{PermissionDescriptor, PermissionSetting, SetPermissionParams};
use chromiumoxide::cdp::browser_protocol::target::SetAutoAttachParams;

pub(crate) use self::element::Role;
pub(crate) use self::keys::Key;
use self::log::Log;
pub(crate) use self::page::{DESKTOP, IS_FADING, PHONE, Page, Size};
pub(crate) use self::site::{Served, Site};

/// How often to look for a new tab, and how long to wait in between: ten seconds in all, for a busy machine.
const TAB_GLANCES: u32 = 200;
const TAB_GLANCE: Duration = Duration::from_millis(50);

/// A reader's browser with one site to read: its tabs share storage, and nothing with other tests.
pub(crate) struct Visit {
    browser: Browser,
    /// The site.
    pub(crate) site: Served,
    logs: RefCell<Vec<Log>>,
    foreseen: RefCell<Vec<String>>,
}

/// Serves `site`, runs `body` in a fresh browser, and then fails on every message that was not foreseen, and on every
/// foreseen one that never came.
#[track_caller]
pub(crate) fn visit(site: Site, body: impl AsyncFnOnce(&Visit)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime starts wherever threads do");
    let problems = runtime.block_on(async {
        let site = site.serve().await;
        let (browser, profile) = chromium::launch().await;
        let mut visit = Visit { browser, site, logs: RefCell::default(), foreseen: RefCell::default() };
        body(&visit).await;
        let problems = visit.problems().await;
        // The profile's folder must outlive the browser that writes to it.
        drop(visit.browser.close().await);
        drop(visit.browser.wait().await);
        drop(profile);
        problems
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

impl Visit {
    /// Opens a tab with nothing in it.
    pub(crate) async fn tab(&self) -> Page {
        let page = self.browser.new_page("about:blank").await.expect("Chromium opens a tab");
        // chromiumoxide attaches to every worker and holds it before its first line; nothing would ever let it go.
        page.execute(SetAutoAttachParams::new(false, false)).await.expect("Chromium leaves workers alone");
        let log = Log::of(&page).await;
        self.logs.borrow_mut().push(log.clone());
        let page = Page::new(page, log, self.site.address.clone());
        page.resize(DESKTOP).await;
        page
    }

    /// Opens a tab at a page of the site as a reader who has read Magento Open Source here before, and waits for the app.
    pub(crate) async fn open(&self, path: &str) -> Page {
        let page = self.tab().await;
        page.remember("edition", "\"open-source\"").await;
        page.load(path).await;
        page
    }

    /// Opens a tab at a page of the site as a first-time reader, and waits for the app.
    pub(crate) async fn open_first_time(&self, path: &str) -> Page {
        let page = self.tab().await;
        page.load(path).await;
        page
    }

    /// Foresees messages and failed requests that contain `part`; at least one must come.
    pub(crate) fn foresee(&self, part: &str) {
        self.foreseen.borrow_mut().push(part.to_owned());
    }

    /// Lets pages read and write the clipboard without asking the reader.
    pub(crate) async fn allow_clipboard(&self) {
        for name in ["clipboard-read", "clipboard-write"] {
            let grant = SetPermissionParams::new(PermissionDescriptor::new(name), PermissionSetting::Granted);
            self.browser.execute(grant).await.expect("Chromium grants the clipboard");
        }
    }

    /// Waits for a tab at an address, one that the site opened.
    pub(crate) async fn has_tab(&self, address: &str) {
        for _ in 0..TAB_GLANCES {
            for tab in self.browser.pages().await.expect("Chromium lists its tabs") {
                if tab.url().await.ok().flatten().as_deref() == Some(address) {
                    return;
                }
            }
            tokio::time::sleep(TAB_GLANCE).await;
        }
        panic!("no tab opened at {address}");
    }

    async fn problems(&self) -> Vec<String> {
        let mut messages = Vec::new();
        let logs = self.logs.borrow().clone();
        for log in &logs {
            messages.extend(log.messages().await);
        }
        let foreseen = self.foreseen.borrow();
        let missing = foreseen.iter().filter(|part| !messages.iter().any(|message| message.contains(*part)));
        let mut problems: Vec<String> = missing.map(|part| format!("nothing said `{part}`")).collect();
        problems.extend(messages.into_iter().filter(|message| !foreseen.iter().any(|part| message.contains(part))));
        problems
    }
}
