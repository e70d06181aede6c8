//! Scripting off: the page is a document, and the switch is two radios and a style sheet.

use crate::harness::{Key, PHONE, Page, Role, Site, Visit, visit};

/// Opens a page in a tab that runs no scripts.
async fn open(visit: &Visit, path: &str) -> Page {
    let page = visit.tab().await;
    page.without_scripts().await;
    page.go(path).await;
    let edition: Option<String> = page.js("document.documentElement.dataset.edition").await;
    assert_eq!(edition, None, "even the head script does not run");
    page
}

/// Which editions' texts are visible in the article.
const VISIBLE_EDITIONS: &str = "[...new Set([...document.querySelectorAll('.article [data-only]')]
    .filter((part) => part.getClientRects().length > 0)
    .map((part) => part.dataset.only))].sort()";

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn every_page_reads_without_script() {
    visit(Site::release(), async |visit| {
        let page = open(visit, "/").await;
        for path in visit.site.paths() {
            page.go(&path).await;
            let (title, text): (usize, usize) = page
                .js("[document.querySelector('h1').innerText.length, document.querySelector('main').innerText.length]")
                .await;
            assert!(title > 3 && text > 100, "{path}: {title} characters of title, {text} of text");
            let editions: Vec<String> = page.js(VISIBLE_EDITIONS).await;
            assert!(!editions.contains(&"mage-os".to_owned()), "{path} shows what is for the other edition");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn links_work_without_script() {
    visit(Site::release(), async |visit| {
        let page = open(visit, "/catalog/").await;
        page.get(Role::Navigation, "Guides").await.get(Role::Link, "Overview").await;
        let next = page.select(".pager__link[rel=next]").await;
        let target: String = next.call("function () { return this.pathname; }").await;
        next.click().await;
        page.becomes("location.pathname", target).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_radios_switch_the_text_without_script() {
    visit(Site::release(), async |visit| {
        let page = open(visit, &visit.site.page_with("class=\"edition-passage\"")).await;
        let switch = page.get(Role::Group, "Edition").await;
        switch.get(Role::Radio, "Mage-OS").await.click().await;
        page.becomes(VISIBLE_EDITIONS, vec!["mage-os".to_owned()]).await;
        switch.get(Role::Radio, "Magento Open Source").await.click().await;
        page.becomes(VISIBLE_EDITIONS, vec!["open-source".to_owned()]).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_menu_link_shows_the_guides_on_a_phone_without_script() {
    visit(Site::release(), async |visit| {
        let page = open(visit, "/catalog/").await;
        page.resize(PHONE).await;
        assert!(!page.has(Role::Navigation, "Guides").await, "the guides wait behind the menu");
        page.get(Role::Link, "Menu").await.click().await;
        let guides = page.get(Role::Navigation, "Guides").await;
        guides.get(Role::Link, "Overview").await.focus().await;
        page.press(Key::Enter).await;
        page.becomes("location.pathname + location.hash", "/catalog/".to_owned()).await;
    });
}
