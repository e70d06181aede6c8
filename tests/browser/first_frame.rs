//! What is remembered is there in the first frame: nothing flashes.

use crate::harness::{Page, Role, Site, Visit, visit};

/// Records, in every frame that has a page, the attributes of the document, the editions whose text is visible, and the
/// colour of the paper.
const RECORD_FRAMES: &str = "window.recorded = [];
    const look = () => {
        if (document.querySelector('main .article')) {
            const { edition, theme } = document.documentElement.dataset;
            const parts = [...document.querySelectorAll('.page [data-only]:not([data-kind])')];
            const visible = parts.filter((part) => part.getClientRects().length > 0).map((part) => part.dataset.only);
            const paper = getComputedStyle(document.documentElement).backgroundColor;
            recorded.push([edition, theme ?? 'system', [...new Set(visible)].join(), paper].join(' | '));
        }
        if (recorded.length < 200) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// Opens a page that differs between the editions, with one remembered value, and records its frames.
async fn open(visit: &Visit, key: &str, value: &str, wait_for_app: bool) -> Page {
    let page = visit.tab().await;
    page.remember(key, value).await;
    page.before_scripts(RECORD_FRAMES).await;
    if !wait_for_app {
        page.block_wasm().await;
    }
    page.go(&visit.site.page_with("class=\"edition-passage\"")).await;
    if wait_for_app {
        page.ready().await;
    }
    page.until("some frames were painted", "recorded.length > 5").await;
    page
}

async fn different_frames(page: &Page) -> Vec<String> {
    page.js("[...new Set(recorded)]").await
}

/// Foresees what a browser says about an app that it may not fetch.
fn foresee_blocked_app(visit: &Visit) {
    visit.foresee("Failed to fetch");
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_remembered_edition_is_in_the_first_frame_while_the_app_is_blocked() {
    visit(Site::release(), async |visit| {
        foresee_blocked_app(visit);
        let page = open(visit, "edition", "\"mage-os\"", false).await;
        let frames = different_frames(&page).await;
        assert_eq!(frames.len(), 1, "{frames:#?}");
        assert!(frames[0].starts_with("mage-os | system | mage-os |"), "{frames:#?}");
        assert!(page.get(Role::Radio, "Mage-OS").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_remembered_edition_stays_while_the_app_takes_over() {
    visit(Site::debug(), async |visit| {
        let page = open(visit, "edition", "\"mage-os\"", true).await;
        let frames = different_frames(&page).await;
        assert_eq!(frames.len(), 1, "{frames:#?}");
        assert!(frames[0].starts_with("mage-os | system | mage-os |"), "{frames:#?}");
        assert!(page.get(Role::Radio, "Mage-OS").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_switch_works_and_is_remembered_while_the_app_is_blocked() {
    visit(Site::release(), async |visit| {
        foresee_blocked_app(visit);
        let page = open(visit, "edition", "\"mage-os\"", false).await;
        page.switch_to("Magento Open Source").await;
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"open-source\""));
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_remembered_theme_is_in_the_first_frame() {
    visit(Site::release(), async |visit| {
        let page = open(visit, "theme", "\"dark\"", true).await;
        let frames = different_frames(&page).await;
        assert_eq!(frames.len(), 1, "{frames:#?}");
        assert!(frames[0].starts_with("open-source | dark |"), "{frames:#?}");
        assert!(page.get(Role::Radio, "Dark").await.is_chosen().await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_chosen_theme_is_remembered_and_the_systems_is_not() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        let themes = page.get(Role::Group, "Theme").await;
        themes.get(Role::Radio, "Dark").await.click().await;
        page.becomes("document.documentElement.dataset.theme", "dark".to_owned()).await;
        assert_eq!(page.remembered("theme").await.as_deref(), Some("\"dark\""));
        themes.get(Role::Radio, "System").await.click().await;
        page.becomes("document.documentElement.dataset.theme ?? 'none'", "none".to_owned()).await;
        assert_eq!(page.remembered("theme").await, None);
    });
}
