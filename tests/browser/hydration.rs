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

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn every_page_is_the_same_by_link_as_by_address() {
    visit(Site::debug(), async |visit| {
        let page = visit.open("/").await;
        page.packs().await;
        page.mark_document().await;
        let article = "[...document.querySelectorAll('main h1, .article, .listing, .breadcrumbs, .pager, .on-this-page')].map((part) => part.textContent)";
        for path in visit.site.paths().into_iter().skip(1) {
            page.follow(&path).await;
            page.until("the page is shown", "document.activeElement.id === 'main'").await;
            page.until(
                "its link is marked",
                &format!("document.querySelector('.site-nav [aria-current]')?.pathname === '{path}'"),
            )
            .await;
            let served = format!(
                "fetch('{path}').then((answer) => answer.text()).then((text) => {{
                    const document = new DOMParser().parseFromString(text, 'text/html');
                    return {article};
                }})"
            );
            let by_address: Vec<String> = page.js(&served).await;
            page.becomes(article, by_address).await;
        }
        assert!(page.is_marked().await, "no link was a page load");
    });
}
