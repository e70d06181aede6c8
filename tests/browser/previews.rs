//! What stands behind a link, while the pointer rests on it or the keyboard has come to it.

use crate::harness::{Key, Page, Site, visit};

const LINK: &str = ".article a[href*=order-life]";
const IS_SHOWN: &str = "document.querySelector('.link-preview').matches(':popover-open')";

/// Moves the pointer over an element, as far as listeners can tell.
async fn point_at(page: &Page, selector: &str) {
    page.run(&format!(
        "document.querySelector(\"{selector}\").dispatchEvent(new PointerEvent('pointerover', {{ bubbles: true }}))"
    ))
    .await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_says_what_stands_behind_it() {
    visit(Site::debug(), async |visit| {
        let page = visit.tab().await;
        page.remember("edition", "\"mage-os\"").await;
        page.load("/sales/refund/").await;
        point_at(&page, LINK).await;
        page.until("the preview is shown", IS_SHOWN).await;
        let says = "document.querySelector('.link-preview').innerText";
        page.until("it names the page", &format!("{says}.startsWith('The life of an order')")).await;
        page.until("it begins as the page does", &format!("{says}.length > 60")).await;
        point_at(&page, ".link-preview").await;
        page.run("new Promise((done) => setTimeout(done, 600))").await;
        assert!(page.js::<bool>(IS_SHOWN).await, "the pointer may rest on the preview");
        point_at(&page, "h1").await;
        page.until("it goes with the pointer", &format!("!{IS_SHOWN}")).await;
        page.select(LINK).await.focus().await;
        page.until("the keyboard brings it, too", IS_SHOWN).await;
        page.press(Key::Escape).await;
        page.until("Esc closes it", &format!("!{IS_SHOWN}")).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_that_is_followed_takes_its_preview_along() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/sales/refund/").await;
        point_at(&page, LINK).await;
        page.until("the preview is shown", IS_SHOWN).await;
        page.select(LINK).await.click().await;
        page.until("the page is shown", "document.querySelector('h1').innerText === 'The life of an order'").await;
        page.until("the preview is gone", &format!("!{IS_SHOWN}")).await;
    });
}
