//! The reader's own Admin: nothing before its address is given, its screens from then on, and never a word to the network.

use crate::harness::{IS_FADING, Key, Page, Role, Site, Visit, visit};

/// A page with menu paths, paths through the configuration, settings with cards, and the address of the example shop.
const PAGE: &str = "/install/base-urls/";
const ADMIN: &str = "https://outdoor.example/admin_x1/";

/// The addresses that lead out of the page at hand into an Admin.
const LINKED: &str = "document.querySelectorAll('[data-screen][href]').length";
const MESSAGE: &str = "document.getElementById('shop-dialog-message').textContent";
const SAVED: &str = "Saved in this browser. Menu paths and settings now open in your own Admin.";

/// Opens the dialog at the foot of the page, types an address and sends it with the keyboard.
async fn give(page: &Page, address: &str) {
    if !page.has(Role::Dialog, "Your shop").await {
        page.get(Role::Button, "Your shop").await.click().await;
    }
    let field = page.get(Role::Dialog, "Your shop").await.get(Role::Textbox, "Address of your Admin").await;
    field.focus().await;
    field.run("function () { this.value = ''; }").await;
    page.write(address).await;
    page.press(Key::Enter).await;
}

async fn open_with_admin(visit: &Visit, path: &str) -> Page {
    let page = visit.open(path).await;
    give(&page, ADMIN).await;
    page.becomes(MESSAGE, SAVED.to_owned()).await;
    page.press(Key::Escape).await;
    page.until("the dialog is closed", "!document.getElementById('shop-dialog').open").await;
    page
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn nothing_is_linked_before_an_address_is_given() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAGE).await;
        page.until("the page names screens", "document.querySelectorAll('a.admin-path[data-screen]').length > 0").await;
        assert_eq!(page.js::<usize>(LINKED).await, 0);
        assert!(!page.js::<bool>("'shop' in document.documentElement.dataset").await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn paths_open_that_screen_in_each_edition_on_every_page() {
    visit(Site::release(), async |visit| {
        let page = open_with_admin(visit, PAGE).await;
        page.packs().await;
        page.mark_document().await;
        page.follow("/sales/returns/").await;
        page.becomes(
            "document.querySelector('.admin-path[data-screen^=rma]')?.href ?? ''",
            format!("{ADMIN}rma/rma/index/"),
        )
        .await;
        page.follow("/system/cache-management/").await;
        let visible = "[...document.querySelectorAll('.article .admin-path')].filter((path) => path.offsetParent)
            .map((path) => path.textContent + ' ' + path.href)";
        page.until("nothing fades", &format!("!({IS_FADING})")).await;
        for edition in ["Mage-OS", "Magento Open Source"] {
            page.switch_to(edition).await;
            let paths: Vec<String> = page.js(visible).await;
            let expected = format!("System > Tools > Cache Management {ADMIN}admin/cache/");
            assert!(paths.contains(&expected), "{edition}: {paths:?}");
        }
        assert!(page.is_marked().await, "the pages were followed without a page load");
    });
}

/// The Admin is one of this host, so that the new tab has somewhere to go.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_path_opens_in_a_tab_of_its_own() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAGE).await;
        let admin = format!("{}/admin_x1/", visit.site.address);
        give(&page, &admin).await;
        page.becomes(MESSAGE, SAVED.to_owned()).await;
        page.press(Key::Escape).await;
        page.mark_document().await;
        let path = page.select(".article .admin-path[href]").await;
        let (target, rel, href): (String, String, String) =
            path.call("function () { return [this.target, this.rel, this.href]; }").await;
        assert_eq!((target.as_str(), rel.as_str()), ("_blank", "noopener noreferrer external"));
        assert!(href.starts_with(&admin), "{href}");
        path.click().await;
        visit.has_tab(&href).await;
        assert!(page.is_marked().await && page.js::<String>("location.pathname").await == PAGE);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_setting_leads_to_its_section_from_its_card() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAGE).await;
        let setting = page.select(".setting[data-setting=\"web/unsecure/base_url\"] + .fact-button").await;
        setting.click().await;
        page.get(Role::Button, "Open in your own Admin …").await.click().await;
        page.until("the field has the focus", "document.activeElement.id === 'shop-dialog-address'").await;
        give(&page, ADMIN).await;
        page.becomes(MESSAGE, SAVED.to_owned()).await;
        page.press(Key::Escape).await;
        page.until("the card's button has the focus", "document.activeElement.classList.contains('fact-button')").await;
        page.press(Key::Enter).await;
        let link = page.get(Role::Link, "Open in your own Admin").await;
        let href: String = link.call("function () { return this.href; }").await;
        assert_eq!(href, format!("{ADMIN}admin/system_config/edit/section/web/"));
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn hostile_addresses_are_refused_with_words() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAGE).await;
        for (address, words) in [
            ("javascript:alert(1)", "Only addresses that begin with https:// or http:// can be linked."),
            (
                "data:text/html,<script>alert(1)</script>",
                "Only addresses that begin with https:// or http:// can be linked.",
            ),
            ("ftp://outdoor.example/admin", "Only addresses that begin with https:// or http:// can be linked."),
            ("//evil.example/admin", "This is no web address. Copy it from the address bar of your browser."),
            ("https://anna:secret@outdoor.example/admin", "Leave out the name and password before the @."),
            ("https://outdoor.example/admin?x=1", "Leave out everything from ? or # on."),
            ("https://outdoor.example/", "This is your shop. Add the word that leads to its Admin."),
            ("", "Type the address of your Admin."),
        ] {
            give(&page, address).await;
            page.becomes(MESSAGE, words.to_owned()).await;
            let field = page.get(Role::Textbox, "Address of your Admin").await;
            let says: bool = field
                .call("function () { return this.getAttribute('aria-invalid') === 'true' && this.getAttribute('aria-describedby').includes('shop-dialog-message'); }")
                .await;
            assert!(says && field.has_focus().await, "{address}");
            assert_eq!(page.remembered("shop").await, None, "{address}");
            assert_eq!(page.js::<usize>(LINKED).await, 0, "{address}");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_stored_value_that_was_tampered_with_is_not_linked() {
    visit(Site::debug(), async |visit| {
        let page = visit.tab().await;
        for value in [
            "\"javascript:alert(1)\"",
            "\"https://x@evil.example/a/\"",
            "\"\"",
            "https://outdoor.example/a/",
            "{}",
            "[1]",
        ] {
            page.remember("shop", value).await;
            page.load(PAGE).await;
            page.painted().await;
            assert_eq!(page.js::<usize>(LINKED).await, 0, "{value}");
            assert!(!page.js::<bool>("'shop' in document.documentElement.dataset").await, "{value}");
        }
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn examples_and_what_is_copied_from_them_name_the_readers_shop() {
    visit(Site::release(), async |visit| {
        visit.allow_clipboard().await;
        let page = open_with_admin(visit, PAGE).await;
        let block = page.select(".code:has([data-shop-url])").await;
        block.get(Role::Button, "Copy").await.click().await;
        page.announces("Code copied.").await;
        let copied: String = page.js("navigator.clipboard.readText()").await;
        assert!(copied.contains("base_url https://outdoor.example/"), "{copied}");
        assert!(
            !page.js::<bool>("document.querySelector('.article').textContent.includes('https://www.your-shop')").await
        );
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn removing_the_address_leaves_the_page_as_it_was_served() {
    visit(Site::release(), async |visit| {
        let page = visit.open(PAGE).await;
        let html = "document.querySelector('.article').innerHTML";
        let served: String = page.js(html).await;
        give(&page, ADMIN).await;
        page.becomes(MESSAGE, SAVED.to_owned()).await;
        assert!(page.js::<usize>(LINKED).await > 0);
        page.get(Role::Button, "Remove").await.click().await;
        page.becomes(MESSAGE, "Removed. Nothing leads to your Admin any more.".to_owned()).await;
        assert!(page.js::<String>(html).await == served, "the article is as it was");
        assert_eq!(page.remembered("shop").await, None);
        assert!(page.get(Role::Textbox, "Address of your Admin").await.has_focus().await);
        page.get(Role::Button, "Close").await.click().await;
        page.until("the focus is back", "document.activeElement.matches('.site-footer [data-action=your-shop]')").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_address_holds_for_the_visit_while_storage_is_blocked() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.before_scripts(crate::storage::BLOCK).await;
        page.load(PAGE).await;
        page.packs().await;
        page.get(Role::Button, "Do not ask again").await.click().await;
        give(&page, ADMIN).await;
        let words =
            "Your browser does not let this site keep anything. The links work until you close or reload the page.";
        page.becomes(MESSAGE, words.to_owned()).await;
        page.press(Key::Escape).await;
        page.follow("/system/cache-management/").await;
        page.until("the next page is linked", &format!("{LINKED} > 0")).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn other_tabs_follow() {
    visit(Site::release(), async |visit| {
        let there = visit.open(PAGE).await;
        let here = open_with_admin(visit, "/").await;
        there.until("the other tab is linked", &format!("{LINKED} > 0")).await;
        here.get(Role::Button, "Your shop").await.click().await;
        here.get(Role::Button, "Remove").await.click().await;
        there.becomes(LINKED, 0).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn no_request_carries_the_address() {
    visit(Site::release(), async |visit| {
        let page = open_with_admin(visit, PAGE).await;
        page.packs().await;
        page.follow("/system/cache-management/").await;
        page.load("/start/your-shop/").await;
        page.until("it is linked after a page load", &format!("{LINKED} > 0")).await;
        let requests = page.requests().await;
        assert!(requests.len() > 5);
        let told: Vec<&String> =
            requests.iter().filter(|address| address.contains("outdoor") || address.contains("admin_x1")).collect();
        assert!(told.is_empty(), "{told:?}");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn without_script_nothing_offers_to_remember_an_address() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.without_scripts().await;
        page.go(PAGE).await;
        assert!(!page.has(Role::Button, "Your shop").await);
        assert!(!page.has(Role::Button, "Link to your own Admin").await);
    });
}
