//! Storage that is blocked or holds rubbish.

use crate::harness::{Page, Role, Site, Visit, visit};

/// Makes storage throw at every access, as browsers do whose reader forbids it.
pub(crate) const BLOCK: &str = "for (const place of [window, Window.prototype]) {
        Object.defineProperty(place, 'localStorage', {
            configurable: true,
            get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
        });
    }";

async fn open_blocked(visit: &Visit, path: &str) -> Page {
    let page = visit.tab().await;
    page.before_scripts(BLOCK).await;
    page.load(path).await;
    let refused: String =
        page.js("(() => { try { return String(localStorage); } catch (error) { return error.name; } })()").await;
    assert_eq!(refused, "SecurityError");
    page
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_renders_while_storage_is_blocked() {
    visit(Site::debug(), async |visit| {
        let page = open_blocked(visit, &visit.site.longest()).await;
        page.reads("open-source").await;
        page.until("the article has text", "document.querySelector('.article').innerText.length > 500").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_switch_works_for_the_visit_while_storage_is_blocked() {
    visit(Site::release(), async |visit| {
        let page = open_blocked(visit, "/catalog/categories/").await;
        page.packs().await;
        page.switch_to("Mage-OS").await;
        page.mark_document().await;
        page.follow("/catalog/simple-product/").await;
        page.until("the new page is shown", "document.activeElement.id === 'main'").await;
        page.reads("mage-os").await;
        assert!(page.get(Role::Radio, "Mage-OS").await.is_chosen().await);
        assert!(page.is_marked().await, "the visit went on in the same document");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_question_closes_while_storage_is_blocked() {
    visit(Site::release(), async |visit| {
        let page = open_blocked(visit, "/catalog/").await;
        page.get(Role::Button, "Do not ask again").await.click().await;
        page.until("the question has gone", "document.querySelector('.edition-question').hidden").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn stored_rubbish_gives_the_default_edition() {
    visit(Site::debug(), async |visit| {
        let page = visit.tab().await;
        for rubbish in
            ["mage-os", "{", "", "42", "null", "[\"mage-os\"]", "{\"edition\":\"mage-os\"}", "\"commerce\"", "\"\""]
        {
            page.remember("edition", rubbish).await;
            page.load("/").await;
            page.reads("open-source").await;
            assert!(page.get(Role::Radio, "Magento Open Source").await.is_chosen().await, "after `{rubbish}`");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn stored_rubbish_gives_the_systems_theme() {
    visit(Site::debug(), async |visit| {
        let page = visit.tab().await;
        for rubbish in ["dark", "7", "\"sepia\""] {
            page.remember("theme", rubbish).await;
            page.load("/").await;
            page.becomes("document.documentElement.dataset.theme ?? 'none'", "none".to_owned()).await;
            assert!(page.get(Role::Radio, "System").await.is_chosen().await, "after `{rubbish}`");
        }
    });
}
