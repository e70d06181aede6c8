//! The app takes over what the press wrote, to the letter.

use crate::harness::{Site, visit};

/// In a debug build, markup that the app did not expect is a message on the console or a panic, and fails the test.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn every_page_hydrates() {
    visit(Site::debug(), async |visit| {
        let page = visit.tab().await;
        for path in visit.site.paths() {
            page.load(&path).await;
        }
    });
}

/// The text of a page without what the app counts on the reader's machine.
const TEXT: &str = "(page) => {
    const main = page.querySelector('main').cloneNode(true);
    main.querySelectorAll('.checklist__count').forEach((count) => count.remove());
    return main.textContent; }";

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn every_page_is_the_same_by_link_as_by_address() {
    visit(Site::debug(), async |visit| {
        let page = visit.open("/").await;
        page.packs().await;
        page.mark_document().await;
        for path in visit.site.paths().into_iter().skip(1) {
            // Pages below other pages are in no pack: a link to one is a page load.
            if !page.sidebar_lists(&path).await {
                continue;
            }
            page.follow(&path).await;
            let served = format!(
                "fetch('{path}').then((answer) => answer.text())
                    .then((text) => ({TEXT})(new DOMParser().parseFromString(text, 'text/html')))"
            );
            let by_address: String = page.js(&served).await;
            page.becomes(&format!("({TEXT})(document)"), by_address).await;
            page.becomes("document.querySelector('.site-nav [aria-current]')?.pathname", path).await;
        }
        assert!(page.is_marked().await, "no link was a page load");
    });
}
