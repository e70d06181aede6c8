//! What is copied.

use crate::harness::{Role, Site, visit};

const CLIPBOARD: &str = "navigator.clipboard.readText()";

/// Only what the reader sees may reach a terminal.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_code_block_is_copied_in_the_readers_edition() {
    visit(Site::release(), async |visit| {
        visit.allow_clipboard().await;
        let page = visit.open("/install/install/").await;
        let block = page.select(".code:has(code [data-only])").await;
        for edition in ["Mage-OS", "Magento Open Source"] {
            page.switch_to(edition).await;
            let visible: String = block
                .call(
                    "function () {
                        const code = this.querySelector('code').cloneNode(true);
                        const { edition } = document.documentElement.dataset;
                        code.querySelectorAll('[data-only]').forEach((part) => part.dataset.only === edition || part.remove());
                        return code.textContent.trim();
                    }",
                )
                .await;
            block.get(Role::Button, "Copy").await.click().await;
            page.announces("Code copied.").await;
            let copied: String = page.js(CLIPBOARD).await;
            assert_eq!(copied.trim(), visible, "{edition}");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_link_at_a_heading_is_copied_and_followed() {
    visit(Site::release(), async |visit| {
        visit.allow_clipboard().await;
        let page = visit.open("/catalog/categories/").await;
        let anchor = page.select(".article h2 > .article__anchor").await;
        anchor.click().await;
        page.announces("Link copied.").await;
        let (copied, hash): (String, String) = (page.js(CLIPBOARD).await, page.js("location.hash").await);
        assert!(
            hash.len() > 1 && copied.ends_with(&format!("/catalog/categories/?edition=open-source{hash}")),
            "{copied}"
        );
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_link_for_this_edition_opens_it_for_anyone() {
    visit(Site::release(), async |visit| {
        visit.allow_clipboard().await;
        let page = visit.open("/catalog/categories/").await;
        page.switch_to("Mage-OS").await;
        page.get(Role::Button, "Copy link for this edition").await.click().await;
        page.announces("Link copied.").await;
        let copied: String = page.js(CLIPBOARD).await;
        assert!(copied.ends_with("/catalog/categories/?edition=mage-os"), "{copied}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_page_is_copied_as_markdown_in_the_readers_edition() {
    visit(Site::release(), async |visit| {
        visit.allow_clipboard().await;
        let page = visit.open("/catalog/categories/").await;
        for edition in ["Mage-OS", "Magento Open Source"] {
            page.switch_to(edition).await;
            page.get(Role::Button, "Copy page as Markdown").await.click().await;
            page.announces("Page copied as Markdown.").await;
            let copied: String = page.js(CLIPBOARD).await;
            assert!(
                copied.starts_with("# ")
                    && copied.contains(&format!("\nFor {edition}; drafted, not yet reviewed by a person. Source: ")),
                "{copied}"
            );
        }
    });
}
