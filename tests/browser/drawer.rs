//! The drawer with the guides on a phone.

use crate::harness::{Key, PHONE, Page, Role, Site, Visit, visit};

/// Opens a page on a phone, and the drawer over it.
async fn open(visit: &Visit) -> Page {
    open_at(visit, "/catalog/categories/").await
}

async fn open_at(visit: &Visit, path: &str) -> Page {
    let page = visit.open(path).await;
    page.resize(PHONE).await;
    page.packs().await;
    page.get(Role::Link, "Menu").await.click().await;
    page.get(Role::Navigation, "Guides").await;
    page
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_menu_opens_the_drawer_and_moves_the_focus_into_it() {
    visit(Site::debug(), async |visit| {
        let page = open(visit).await;
        page.until("the focus is inside", "!!document.activeElement.closest('.site-nav')").await;
        page.becomes("location.hash", String::new()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_menu_opens_where_the_address_asks_for_an_edition() {
    visit(Site::release(), async |visit| {
        let page = open_at(visit, "/catalog/categories/?edition=mage-os").await;
        page.until("the focus is inside", "!!document.activeElement.closest('.site-nav')").await;
        page.becomes("location.search + location.hash", "?edition=mage-os".to_owned()).await;
        page.painted().await;
        assert_eq!(page.js::<String>("document.documentElement.dataset.nav").await, "open");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn tab_stays_inside_the_open_drawer() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        let controls: usize = page.js("document.querySelectorAll('.site-nav :is(a, summary)').length").await;
        for _ in 0..controls.min(40) {
            page.press(Key::Tab).await;
            // After the last control the browser's own come, which a test has not: the focus is then on the body.
            let inside = "document.activeElement === document.body || !!document.activeElement.closest('.site-nav')";
            assert!(page.js::<bool>(inside).await, "{}", page.js::<String>("document.activeElement.outerHTML").await);
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn escape_closes_the_drawer_and_gives_the_focus_back() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.press(Key::Escape).await;
        page.until("the drawer has gone", "document.querySelector('.site-nav').getClientRects().length === 0").await;
        assert!(page.get(Role::Link, "Menu").await.has_focus().await);
        assert!(!page.js::<bool>("document.querySelector('main').inert").await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_cross_closes_the_drawer() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.get(Role::Link, "Guides Close the menu").await.click().await;
        page.until("the drawer has gone", "document.querySelector('.site-nav').getClientRects().length === 0").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_inside_closes_the_drawer_and_leads_on() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.follow("/catalog/simple-product/").await;
        page.until("the drawer has gone", "document.querySelector('.site-nav').getClientRects().length === 0").await;
        page.until("the text has the focus", "document.activeElement.id === 'main'").await;
        assert!(!page.js::<bool>("document.querySelector('main').inert").await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_window_that_grows_while_the_drawer_is_open_is_not_left_inert() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.resize(crate::harness::DESKTOP).await;
        page.until("the page can be used", "!document.querySelector('main').inert").await;
    });
}
