//! The switch in the middle of a page: what is read stays where it is.

use crate::harness::{Page, Role, Site, visit};

/// The heading nearest to the header among those that both editions have, and its distance from the top of the window.
const NEAREST_HEADING: &str = "(() => {
    const header = document.querySelector('.site-header').getBoundingClientRect().bottom;
    const shared = [...document.querySelectorAll('main h1, .article :is(h2, h3, h4)')].filter((heading) => !heading.closest('[data-only]'));
    const top = (heading) => heading.getBoundingClientRect().top;
    const nearest = shared.reduce((a, b) => (Math.abs(top(b) - header) < Math.abs(top(a) - header) ? b : a));
    return [shared.indexOf(nearest), top(nearest)];
})()";

/// Where the heading with an index is now.
fn top_of(index: usize) -> String {
    format!(
        "[...document.querySelectorAll('main h1, .article :is(h2, h3, h4)')]
            .filter((heading) => !heading.closest('[data-only]'))[{index}].getBoundingClientRect().top"
    )
}

/// Scrolls to a part of the page's height.
async fn scroll_to_part(page: &Page, percent: i32) {
    let height: i32 = page.js("document.documentElement.scrollHeight - innerHeight").await;
    page.scroll_to(height * percent / 100).await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_reading_position_stays() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.longest()).await;
        for percent in [25, 50, 75] {
            scroll_to_part(&page, percent).await;
            for edition in ["Mage-OS", "Magento Open Source"] {
                let (index, before): (usize, f64) = page.js(NEAREST_HEADING).await;
                page.switch_to(edition).await;
                let after: f64 = page.js(&top_of(index)).await;
                assert!((after - before).abs() < 2.0, "at {percent} % to {edition}: from {before} to {after}");
            }
        }
    });
}

/// Browsers leave out of their count what moves within half a second of a click; the reader's eyes are on the heading,
/// which the test above holds. Whatever moves later, a late picture for example, counts here.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn nothing_shifts_after_a_switch() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.longest()).await;
        let observe = "window.shifts = [];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, hadRecentInput }) => ({ value, hadRecentInput }))))
                .observe({ type: 'layout-shift', buffered: true }); undefined";
        page.run(observe).await;
        scroll_to_part(&page, 50).await;
        page.switch_to("Mage-OS").await;
        let loaded = "[...document.images].filter((image) => image.getClientRects().length && image.getBoundingClientRect().top < innerHeight
            && image.getBoundingClientRect().bottom > 0).every((image) => image.complete)";
        page.until("the pictures in view are there", loaded).await;
        page.painted().await;
        let shifts: Vec<serde_json::Value> = page.js("shifts").await;
        let unasked = shifts.iter().filter(|shift| shift["hadRecentInput"] == false).count();
        assert_eq!(unasked, 0, "all shifts: {shifts:?}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_focus_stays_on_the_switch() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.longest()).await;
        scroll_to_part(&page, 50).await;
        page.switch_to("Mage-OS").await;
        assert!(page.get(Role::Radio, "Mage-OS").await.has_focus().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_switch_is_announced_and_remembered() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.switch_to("Mage-OS").await;
        page.announces("You are now reading the Mage-OS edition.").await;
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"mage-os\""));
        page.until("the title names the edition", "document.title.includes('Mage-OS')").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn one_picture_of_a_pair_is_fetched() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.page_with("<figure")).await;
        let pictures: usize =
            page.js("document.querySelectorAll('.screenshot__frame[data-only=open-source] img').length").await;
        for percent in 0..=20 {
            scroll_to_part(&page, 5 * percent).await;
        }
        let complete = "[...document.querySelectorAll('[data-only=open-source] > img')].every((image) => image.complete && image.naturalWidth > 0)";
        page.until("all pictures of the edition are there", complete).await;
        let shots: Vec<String> =
            page.requests().await.into_iter().filter(|address| address.contains("/shots/")).collect();
        assert_eq!(shots.len(), pictures, "{shots:#?}");
        assert!(shots.iter().all(|address| address.contains("/shots/open-source/")), "{shots:#?}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_switch_fetches_the_other_picture_in_view() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.page_with("<figure")).await;
        page.select("[data-only=open-source] > img")
            .await
            .run("function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }); }")
            .await;
        page.switch_to("Mage-OS").await;
        page.until("the picture is there", "(() => { const { complete, naturalWidth } = document.querySelector('[data-only=mage-os] > img'); return complete && naturalWidth > 0; })()").await;
        assert!(page.requests().await.iter().any(|address| address.contains("/shots/mage-os/")));
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_cards_on_the_home_page_are_the_switch() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.select(".edition-choice__page[data-edition=mage-os]").await.click().await;
        page.reads("mage-os").await;
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"mage-os\""));
    });
}
