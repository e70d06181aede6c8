//! Narrow windows, large text, forced colours.

use crate::harness::{DESKTOP, PHONE, Page, Site, Size, Visit, visit};

/// Asserts that no page is wider than its window, in either edition.
async fn check(visit: &Visit, size: Size) {
    let page = visit.open("/").await;
    page.resize(size).await;
    let mut wide = Vec::new();
    for path in visit.site.paths() {
        page.load(&path).await;
        for edition in ["open-source", "mage-os"] {
            wide.extend(too_wide(&page, edition).await.map(|what| format!("{path} in {edition}: {what}")));
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

/// Returns what is wider than the window, when the page can be scrolled sideways.
async fn too_wide(page: &Page, edition: &str) -> Option<String> {
    let measure = format!(
        "(() => {{
            const root = document.documentElement;
            root.dataset.edition = '{edition}';
            if (root.scrollWidth <= root.clientWidth) return null;
            const scrolls = (element) => element && (/auto|scroll|clip|hidden/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
            const widest = [...document.body.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && !scrolls(element.parentElement));
            return `${{root.scrollWidth}} of ${{root.clientWidth}} px: ${{widest.at(-1)?.outerHTML.slice(0, 160)}}`;
        }})()"
    );
    page.js(&measure).await
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn no_page_scrolls_sideways_at_320_pixels() {
    visit(Site::release(), async |visit| check(visit, Size::NARROW).await);
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn no_page_scrolls_sideways_at_twice_the_size() {
    visit(Site::release(), async |visit| check(visit, Size::ZOOMED).await);
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_chosen_edition_is_seen_in_forced_colors() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.media("forced-colors", "active").await;
        for edition in ["Mage-OS", "Magento Open Source"] {
            page.switch_to(edition).await;
            let [chosen, other] = [":checked", "input:not(:checked)"].map(|state| {
                format!(
                    "getComputedStyle(document.querySelector('.edition-switch__option:has({state})')).backgroundColor"
                )
            });
            page.until("the chosen edition stands out", &format!("{chosen} !== {other}")).await;
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_switch_holds_its_names_at_any_width() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        for size in [Size::NARROW, PHONE, DESKTOP] {
            page.resize(size).await;
            let outside = "(() => {
                const box = (element) => element.getBoundingClientRect();
                const fieldset = document.querySelector('.site-header .edition-switch');
                const { left, right, top, bottom } = box(fieldset);
                return [...fieldset.querySelectorAll('label, label > span')].map(box)
                    .filter((b) => b.left < left || b.right > right || b.top < top || b.bottom > bottom).length;
            })()";
            let outside: usize = page.js(outside).await;
            assert_eq!(outside, 0, "{size:?}");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_sidebar_ends_above_the_footer() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        page.resize(DESKTOP).await;
        page.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        let end =
            |selector: &str, edge: &str| format!("document.querySelector('{selector}').getBoundingClientRect().{edge}");
        page.until("the footer is on screen", &format!("{} < innerHeight", end(".site-footer", "top"))).await;
        let above = format!("{} <= {} + 0.5", end(".site-nav", "bottom"), end(".site-footer", "top"));
        page.until("the sidebar has moved up", &above).await;
    });
}
