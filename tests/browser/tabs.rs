//! Two tabs agree, and a page that was put away reads the choice again.

use crate::harness::{Role, Site, visit};

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_switch_in_one_tab_switches_the_other() {
    visit(Site::release(), async |visit| {
        let here = visit.open("/catalog/categories/").await;
        let there = visit.open("/sales/refund/").await;
        here.switch_to("Mage-OS").await;
        there.reads("mage-os").await;
        assert!(there.get(Role::Radio, "Mage-OS").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_theme_in_one_tab_themes_the_other() {
    visit(Site::release(), async |visit| {
        let here = visit.open("/").await;
        let there = visit.open("/sales/refund/").await;
        here.get(Role::Radio, "Dark").await.click().await;
        there.becomes("document.documentElement.dataset.theme", "dark".to_owned()).await;
        assert!(there.get(Role::Radio, "Dark").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_switch_elsewhere_leaves_a_page_with_an_edition_in_its_address_alone() {
    visit(Site::release(), async |visit| {
        let there = visit.open("/sales/refund/?edition=mage-os").await;
        let here = visit.open("/catalog/categories/").await;
        here.switch_to("Mage-OS").await;
        here.switch_to("Magento Open Source").await;
        there.painted().await;
        there.reads("mage-os").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_restored_page_reads_the_edition_again() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        // A tab hears nothing of its own writes: for this page they are those of the tab that was in front meanwhile.
        page.run("localStorage.setItem('merchant-docs.edition', '\"mage-os\"')").await;
        page.js::<bool>("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await;
        page.reads("mage-os").await;
        page.until("the switch agrees", "document.getElementById('edition-mage-os').checked").await;
    });
}
