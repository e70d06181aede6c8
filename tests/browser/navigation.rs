//! From page to page without a page load.

use crate::harness::{IS_FADING, Page, Role, Site, Visit, visit};

const FIRST: &str = "/catalog/categories/";
const SECOND: &str = "/catalog/simple-product/";
const THIRD: &str = "/sales/refund/";

/// The guides whose pages were fetched, in order.
const PACKS: &str =
    "performance.getEntriesByType('resource').map(({ name }) => name.match(/guide-[a-z]+/)?.[0]).filter(Boolean)";

/// Opens the first page with all packs at hand, in a document that is marked.
async fn open(visit: &Visit) -> Page {
    let page = visit.open(FIRST).await;
    page.packs().await;
    page.mark_document().await;
    page
}

/// Waits until a page is shown, by the mark in the sidebar.
async fn shows(page: &Page, path: &str) {
    page.becomes("document.querySelector('.site-nav [aria-current=page]')?.pathname", path.to_owned()).await;
    page.painted().await;
}

/// Goes through history.
async fn go(page: &Page, steps: i32) {
    page.run(&format!("history.go({steps})")).await;
}

async fn scrolled_to(page: &Page, top: i32) {
    page.becomes("Math.round(scrollY)", top).await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_shows_the_page_in_the_same_document() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        assert!(page.is_marked().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_guide_is_fetched_when_a_link_into_it_has_focus() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.becomes(PACKS, vec!["guide-home".to_owned()]).await;
        page.select("main a[href=\"/sales/\"]").await.focus().await;
        page.becomes(PACKS, vec!["guide-home".to_owned(), "guide-sales".to_owned()]).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_is_followed_while_the_last_page_still_fades() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.slow_animations(0.02).await;
        page.follow(SECOND).await;
        page.until("the last page fades", IS_FADING).await;
        page.select(&format!(".site-nav__link[href=\"{FIRST}\"]")).await.click().await;
        shows(&page, FIRST).await;
        assert!(page.is_marked().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_new_page_has_its_title_and_says_it() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        let heading: String = page.js("document.querySelector('h1').innerText").await;
        page.becomes("document.title", format!("{heading} · Magento Open Source · Merchant Docs")).await;
        page.announces(&heading).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_new_page_begins_at_the_top_with_the_focus_on_the_text() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.scroll_to(600).await;
        page.follow(SECOND).await;
        page.until("the text has the focus", "document.activeElement.id === 'main'").await;
        scrolled_to(&page, 0).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn back_and_forward_restore_page_and_position() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.scroll_to(600).await;
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        page.scroll_to(400).await;
        go(&page, -1).await;
        shows(&page, FIRST).await;
        scrolled_to(&page, 600).await;
        go(&page, 1).await;
        shows(&page, SECOND).await;
        scrolled_to(&page, 400).await;
        assert!(page.is_marked().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn two_steps_back_and_forward_restore_page_and_position() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.scroll_to(600).await;
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        page.follow(THIRD).await;
        shows(&page, THIRD).await;
        page.scroll_to(300).await;
        go(&page, -2).await;
        shows(&page, FIRST).await;
        scrolled_to(&page, 600).await;
        go(&page, 2).await;
        shows(&page, THIRD).await;
        scrolled_to(&page, 300).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn back_keeps_the_edition_that_was_chosen_since() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        page.switch_to("Mage-OS").await;
        go(&page, -1).await;
        shows(&page, FIRST).await;
        page.reads("mage-os").await;
        assert!(page.get(Role::Radio, "Mage-OS").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_reload_restores_the_position() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.scroll_to(600).await;
        page.run("location.reload()").await;
        page.until("the document is a new one", "window.isMarked === undefined").await;
        page.ready().await;
        scrolled_to(&page, 600).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_sidebar_keeps_its_scroll_and_its_open_guides() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.select("[data-guide=start] > summary").await.click().await;
        page.select("[data-guide=system] > summary").await.click().await;
        page.run("void (document.querySelector('.site-nav').scrollTop = 80)").await;
        let before: f64 = page.js("document.querySelector('.site-nav').scrollTop").await;
        assert!(before > 0.0, "the guides are longer than the window");
        page.follow(SECOND).await;
        shows(&page, SECOND).await;
        let open: Vec<String> = page
            .js("[...document.querySelectorAll('.site-nav details[open]')].map((guide) => guide.dataset.guide).sort()")
            .await;
        assert_eq!(open, ["catalog", "start", "system"]);
        let after: f64 = page.js("document.querySelector('.site-nav').scrollTop").await;
        assert!((after - before).abs() < 1.0, "from {before} to {after}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_missing_pack_is_an_ordinary_page_load() {
    visit(Site::release().without(|file| file.contains("/guide-sales")), async |visit| {
        visit.foresee("/guide-sales");
        let page = open(visit).await;
        page.follow(THIRD).await;
        page.until("the document is a new one", "window.isMarked === undefined").await;
        page.ready().await;
        shows(&page, THIRD).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn back_to_a_page_whose_pack_is_missing_loads_it() {
    visit(Site::release().without(|file| file.contains("/guide-sales")), async |visit| {
        visit.foresee("/guide-sales");
        let page = visit.open(THIRD).await;
        page.packs().await;
        page.follow(FIRST).await;
        shows(&page, FIRST).await;
        page.mark_document().await;
        go(&page, -1).await;
        page.until("the document is a new one", "window.isMarked === undefined").await;
        page.ready().await;
        shows(&page, THIRD).await;
        page.until("its text is shown", "document.querySelector('.article').innerText.length > 500").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_with_a_modifier_key_is_left_to_the_browser() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        let link = page.select(&format!(".site-nav__link[href=\"{SECOND}\"]")).await;
        let prevented: bool = link
            .call(
                "function () {
                    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
                    let prevented;
                    addEventListener('click', (event) => { prevented = event.defaultPrevented; event.preventDefault(); }, { once: true });
                    this.dispatchEvent(click);
                    return prevented;
                }",
            )
            .await;
        assert!(!prevented);
        page.becomes("location.pathname", FIRST.to_owned()).await;
    });
}
