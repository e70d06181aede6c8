//! `?edition=` in an address: shown, not remembered, and easy to keep or to leave.

use crate::harness::{Page, Role, Site, Visit, visit};

const KEEP: &str = "Keep Mage-OS";
const BACK: &str = "Back to my edition";

/// Opens a page as a reader of Magento Open Source who was sent a link for Mage-OS.
async fn open(visit: &Visit) -> Page {
    visit.open("/catalog/categories/?edition=mage-os#main").await
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_shows_its_edition_and_stores_nothing() {
    visit(Site::debug(), async |visit| {
        let page = open(visit).await;
        page.reads("mage-os").await;
        assert!(page.get(Role::Radio, "Mage-OS").await.is_chosen().await);
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"open-source\""));
        page.get(Role::Button, KEEP).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_for_the_readers_own_edition_says_nothing() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/?edition=open-source").await;
        page.reads("open-source").await;
        assert!(!page.has(Role::Button, BACK).await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_for_an_unknown_edition_is_a_link_without_one() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/?edition=commerce").await;
        page.reads("open-source").await;
        assert!(!page.has(Role::Button, BACK).await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn keep_remembers_the_edition_of_the_link() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.get(Role::Button, KEEP).await.click().await;
        page.becomes("location.search", String::new()).await;
        page.announces("Mage-OS is kept as your edition.").await;
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"mage-os\""));
        page.reads("mage-os").await;
        assert!(!page.has(Role::Button, KEEP).await, "the notice has gone");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn back_returns_to_the_remembered_edition() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.get(Role::Button, BACK).await.click().await;
        page.reads("open-source").await;
        page.becomes("location.search", String::new()).await;
        assert!(page.get(Role::Radio, "Magento Open Source").await.is_chosen().await);
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"open-source\""));
        assert!(!page.has(Role::Button, BACK).await, "the notice has gone");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn links_inside_the_site_do_not_carry_the_edition() {
    visit(Site::release(), async |visit| {
        let page = open(visit).await;
        page.packs().await;
        page.follow("/catalog/simple-product/").await;
        page.becomes("location.search", String::new()).await;
        page.reads("mage-os").await;
    });
}
