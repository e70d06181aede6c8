//! Diagrams: read on a phone, seen by whoever chose their own colours.

use crate::harness::{PHONE, Site, Visit, visit};

/// The pages with a drawing.
fn pages(visit: &Visit) -> Vec<String> {
    let found: Vec<String> = visit.site.pages_with("class=\"diagram__drawing\"");
    assert!(found.len() >= 3, "the drawings are still found by this test");
    found
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_words_of_a_diagram_are_as_large_as_text_on_a_phone() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.resize(PHONE).await;
        for path in pages(visit) {
            page.load(&path).await;
            let smallest: f64 = page
                .js("Math.min(...[...document.querySelectorAll('.diagram__drawing text')]
                    .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))")
                .await;
            assert!(smallest >= 14.0, "{path} has words of {smallest} px");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_diagram_has_a_name_and_the_colors_of_the_page() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        let accent = "getComputedStyle(document.querySelector('.diagram__accent-card')).stroke";
        for path in pages(visit) {
            page.load(&path).await;
            let names: Vec<String> = page
                .js("[...document.querySelectorAll('svg[role=img]')].map((drawing) => drawing.getAttribute('aria-label') ?? '')")
                .await;
            assert!(names.iter().all(|name| name.len() > 40), "{path}: {names:?}");
            page.switch_to("Magento Open Source").await;
            let before: String = page.js(accent).await;
            page.switch_to("Mage-OS").await;
            page.until("the accent is that of the other edition", &format!("{accent} !== '{before}'")).await;
        }
        page.media("forced-colors", "active").await;
        page.until(
            "lines have a color of the system",
            &format!("{accent} === 'rgb(0, 0, 238)' || !{accent}.startsWith('oklch')"),
        )
        .await;
    });
}
