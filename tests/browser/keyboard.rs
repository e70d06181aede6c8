//! The keyboard alone.

use crate::harness::{Key, Role, Site, visit};

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn arrow_keys_switch_the_edition() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.get(Role::Radio, "Magento Open Source").await.focus().await;
        page.press(Key::ArrowRight).await;
        page.reads("mage-os").await;
        assert!(page.get(Role::Radio, "Mage-OS").await.has_focus().await);
        page.press(Key::ArrowLeft).await;
        page.reads("open-source").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_skip_link_is_first_and_leads_to_the_text() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.press(Key::Tab).await;
        let skip = page.get(Role::Link, "Skip to the text").await;
        assert!(skip.has_focus().await);
        page.until("it can be seen", "document.activeElement.getBoundingClientRect().top >= 0").await;
        page.press(Key::Enter).await;
        page.until("the text has the focus", "document.activeElement.id === 'main'").await;
    });
}
