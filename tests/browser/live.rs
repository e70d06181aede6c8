//! The preview: what a writer sees of a change, in the page that stands open.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use merchant_docs::press::load::files_below;
use tempfile::TempDir;

use crate::harness::{Page, Role, Site, visit};

const FIRST: &str = "/start/first/";
const SECOND: &str = "/start/second/";
const PANEL: &str = "Findings in the text";
const TEXT: &str = "document.querySelector('main').innerText";

/// A small manual of its own, with the fonts that every page asks for.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.copy("public", |name| name.starts_with("fonts/") || name == "favicon.svg");
        desk.write("docs/manual.toml", "title = \"Desk\"\ndescription = \"A manual.\"\nguides = [\"start\"]\n");
        desk.write("docs/start/guide.toml", &guide(&["first", "second"]));
        desk.write("docs/index.md", &text("Home", "Welcome."));
        desk.write("docs/start/first.md", &text("First page", &long("The first words.")));
        desk.write("docs/start/second.md", &text("Second page", "The second words."));
        desk
    }

    /// The manual of this project.
    fn real() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.copy("docs", |_| true);
        desk.copy("public", |_| true);
        desk
    }

    fn copy(&self, folder: &str, keep: impl Fn(&str) -> bool) {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for name in files_below(&source).unwrap().into_iter().filter(|name| keep(name)) {
            let target = self.path(&format!("{folder}/{name}"));
            fs::copy(source.join(name), target).unwrap();
        }
    }

    /// Returns a place in the project and makes its folder.
    fn path(&self, name: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn site(&self) -> Site {
        Site::live(self.0.path())
    }
}

fn guide(pages: &[&str]) -> String {
    format!("title = \"Start\"\nsummary = \"Begin.\"\npages = {pages:?}\n")
}

fn text(title: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndescription = \"About it.\"\nstatus = \"drafted\"\n+++\n\n{body}\n")
}

/// Words, and below them so much that a reader scrolls.
fn long(words: &str) -> String {
    let rest = "A paragraph that fills some lines of the page, so that there is something to scroll.\n\n".repeat(60);
    format!(
        "{rest}## Here\n\n{words} For {{{{open-source: the one; mage-os: the other}}}}.\n\n[A link](/start/second/)\n\n{rest}"
    )
}

async fn shows(page: &Page, words: &str) {
    page.until(words, &format!("{TEXT}.includes({words:?})")).await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_saved_change_shows_where_the_reader_stands() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        let page = visit.open(FIRST).await;
        page.switch_to("Mage-OS").await;
        page.scroll_to(1500).await;
        page.run("document.querySelector('main a[href=\"/start/second/\"]').focus({ preventScroll: true })").await;
        page.mark_document().await;
        let top: i32 = page.js("Math.round(scrollY)").await;
        desk.write("docs/start/first.md", &text("First page", &long("The words that were saved.")));
        shows(&page, "The words that were saved. For the other.").await;
        assert!(page.is_marked().await, "the page was loaded anew");
        page.becomes("Math.round(scrollY)", top).await;
        page.reads("mage-os").await;
        assert!(page.js::<bool>("document.activeElement.textContent === 'A link'").await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_file_that_an_editor_renames_into_place_shows() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        let page = visit.open(SECOND).await;
        desk.write("docs/start/.second.md.new", &text("Second page", "Renamed words.\n\nAnd a paragraph more."));
        fs::rename(desk.path("docs/start/.second.md.new"), desk.path("docs/start/second.md")).unwrap();
        shows(&page, "And a paragraph more.").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_mistake_stands_over_the_last_good_page_until_it_is_mended() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        let page = visit.open(SECOND).await;
        page.mark_document().await;
        desk.write("docs/start/second.md", &text("Second page", "Broken <img src=x onerror=alert(1)> [x](/no/such/)."));
        let panel = page.get(Role::Region, PANEL).await;
        let said: String = panel.call("function () { return this.innerText; }").await;
        for part in
            ["2 errors", "docs/start/second.md:7:", "<img src=x onerror=alert(1)>", "^", "no page has the route"]
        {
            assert!(said.contains(part), "the panel lacks {part}: {said}");
        }
        assert!(!panel.call::<bool>("function () { return !!this.querySelector('img'); }").await);
        shows(&page, "The second words.").await;
        desk.write("docs/start/second.md", &text("Second page", "Mended words."));
        shows(&page, "Mended words.").await;
        page.becomes("!!document.querySelector('.live')", false).await;
        assert!(page.is_marked().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn findings_can_be_put_away_until_there_are_others() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        let page = visit.open(SECOND).await;
        desk.write("docs/start/second.md", &text("Second page", "[x](/no/such/)"));
        page.get(Role::Region, PANEL).await.get(Role::Button, "Dismiss").await.click().await;
        page.becomes("!!document.querySelector('.live')", false).await;
        desk.write("docs/start/second.md", &text("Second page", "[x](/no/such/) [y](/nor/this/)"));
        page.get(Role::Region, PANEL).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_preview_of_a_broken_manual_shows_the_site_once_it_is_mended() {
    let desk = Desk::new();
    desk.write("docs/start/second.md", &text("Second page", "[x](/no/such/)"));
    visit(desk.site(), async |visit| {
        visit.foresee("503");
        let page = visit.tab().await;
        page.go(SECOND).await;
        page.get(Role::Region, PANEL).await;
        desk.write("docs/start/second.md", &text("Second page", "Whole words."));
        shows(&page, "Whole words.").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn after_a_change_every_link_leads_to_the_new_text() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        let page = visit.open(FIRST).await;
        page.packs().await;
        page.mark_document().await;
        desk.write("docs/start/second.md", &text("Second page", "What only the new site has."));
        desk.write("docs/start/guide.toml", &guide(&["first", "second", "third"]));
        desk.write("docs/start/third.md", &text("Third page", "New."));
        page.until("the new page is listed", "!!document.querySelector('.site-nav__link[href=\"/start/third/\"]')")
            .await;
        assert!(page.is_marked().await);
        page.follow(SECOND).await;
        shows(&page, "What only the new site has.").await;
        assert!(!page.is_marked().await, "the app showed what it held");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_that_is_gone_becomes_the_page_for_unknown_addresses() {
    let desk = Desk::new();
    visit(desk.site(), async |visit| {
        visit.foresee("404");
        let page = visit.open(SECOND).await;
        desk.write("docs/start/guide.toml", &guide(&["first"]));
        desk.write("docs/start/first.md", &text("First page", "Alone."));
        fs::remove_file(desk.path("docs/start/second.md")).unwrap();
        page.until("the page is gone", "!document.querySelector('main').innerText.includes('The second words.')").await;
    });
}

/// How often the latency is measured.
const RUNS: usize = 11;

#[test]
#[ignore = "needs the built sites: run cargo site test"]
#[expect(clippy::print_stdout, reason = "the latency is a figure to read, not to fail on: machines differ")]
fn a_change_of_the_real_manual_shows() {
    let desk = Desk::real();
    let before = fs::read_to_string(desk.path("docs/sales/refund.md")).unwrap();
    visit(desk.site(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        let mut took: Vec<Duration> = Vec::new();
        for run in 0..RUNS {
            let words = format!("Run number {run} of the preview.");
            let start = Instant::now();
            desk.write("docs/sales/refund.md", &format!("{before}\n{words}\n"));
            shows(&page, &words).await;
            took.push(start.elapsed());
        }
        took.sort();
        println!("from save to screen: {:?} in the middle of {RUNS}, {:?} at most", took[RUNS / 2], took[RUNS - 1]);
    });
}
