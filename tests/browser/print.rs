//! Paper: what is printed, and that its pictures are there.

use crate::harness::{DESKTOP, PHONE, Page, Role, Site, Size, visit};

const GUIDE: &str = "/print/sales/";

/// The editions as the document names them.
const EDITIONS: [&str; 2] = ["open-source", "mage-os"];

/// Counts the pictures of an edition, and those that are loaded.
async fn pictures(page: &Page, edition: &str) -> (usize, usize) {
    page.js(&format!(
        "(() => {{
            const all = [...document.querySelectorAll('main [data-only={edition}] > img')];
            return [all.length, all.filter((picture) => picture.complete && picture.naturalWidth > 0).length];
        }})()"
    ))
    .await
}

/// Puts a counter in the place of the browser's dialog, which a test cannot close.
async fn count_prints(page: &Page) {
    page.before_scripts("window.prints = 0; window.print = () => window.prints++;").await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_pictures_of_the_edition_are_there_before_a_guide_is_printed() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        count_prints(&page).await;
        page.go(&format!("{GUIDE}?edition=mage-os")).await;
        let [other, own] = EDITIONS;
        let (all, loaded) = pictures(&page, own).await;
        assert!(all > 3 && loaded < all, "{loaded} of {all} are there before anybody prints");
        page.get(Role::Button, "Print").await.click().await;
        page.becomes("window.prints", 1).await;
        let (all, loaded) = pictures(&page, own).await;
        assert_eq!(loaded, all, "all of this edition");
        assert_eq!(pictures(&page, other).await.1, 0, "none of the other one");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_is_printed_by_its_button_with_and_without_the_app() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        count_prints(&page).await;
        page.load("/sales/refund/").await;
        page.get(Role::Button, "Print").await.click().await;
        page.becomes("window.prints", 1).await;
        assert_eq!(pictures(&page, "open-source").await, (1, 1), "its picture is there");
    });
    visit(Site::release().without(|path| path.strip_suffix(".wasm").is_some()), async |visit| {
        visit.foresee(".wasm");
        visit.foresee("404");
        let page = visit.tab().await;
        count_prints(&page).await;
        page.go("/sales/refund/").await;
        page.get(Role::Button, "Print").await.click().await;
        page.becomes("window.prints", 1).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_printed_guide_has_sheets_its_edition_and_its_pictures() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        count_prints(&page).await;
        let mage_os = printed_guide(&page, "mage-os").await;
        let open_source = printed_guide(&page, "open-source").await;
        for (edition, pdf) in [("mage-os", &mage_os), ("open-source", &open_source)] {
            let sheets = count(pdf, b"/Type /Page\n");
            assert!((15..80).contains(&sheets), "{sheets} sheets for {edition}");
            assert!(count(pdf, b"/Subtype /Image") >= 4, "pictures for {edition}");
        }
        assert_ne!(mage_os, open_source);
    });
}

/// Prints the guide when its button has fetched the pictures: the protocol's own command does not wait for late ones.
async fn printed_guide(page: &Page, edition: &str) -> Vec<u8> {
    page.go(&format!("{GUIDE}?edition={edition}")).await;
    page.get(Role::Button, "Print").await.click().await;
    page.becomes("window.prints", 1).await;
    page.pdf().await
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).filter(|window| *window == part).count()
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_printed_document_fits_its_window_and_its_sheet() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        // The one with most pictures, and the one with commands.
        for path in ["/print/store/", "/print/install/"] {
            page.go(path).await;
            for edition in EDITIONS {
                check_width(&page, edition).await;
            }
        }
    });
}

/// Asserts that nothing of a document is wider than windows and sheets are.
async fn check_width(page: &Page, edition: &str) {
    let wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    page.run(&format!("void (document.documentElement.dataset.edition = '{edition}')")).await;
    for size in [Size::NARROW, PHONE, DESKTOP] {
        page.resize(size).await;
        assert!(!page.js::<bool>(wide).await, "{edition} in a window of {size:?}");
    }
    page.medium("print").await;
    page.resize(Size::SHEET).await;
    let over: Vec<String> = page.js(OVER_THE_EDGE).await;
    assert!(over.is_empty(), "{edition}: {over:#?}");
    let (marked, apart): (usize, usize) = page.js(MARKS).await;
    assert!(marked > 3 && apart == 0, "{edition}: {apart} of {marked} pictures are not below their marks");
    page.medium("").await;
}

/// How many pictures have marks, and over how many the marks do not lie.
const MARKS: &str = "(() => {
    const shown = [...document.querySelectorAll('.screenshot__marks')].filter((marks) => marks.checkVisibility());
    const apart = shown.filter((marks) => {
        const [a, b] = [marks, marks.parentElement.querySelector('img')].map((part) => part.getBoundingClientRect());
        return Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2 || Math.abs(a.top - b.top) > 2;
    });
    return [shown.length, apart.length]; })()";

/// What would be cut off at the edge of the sheet.
const OVER_THE_EDGE: &str = "[...document.querySelectorAll('main *')]
    .filter((part) => part.checkVisibility() && !part.closest('svg') && part.getBoundingClientRect().right > innerWidth + 1)
    .map((part) => part.outerHTML.slice(0, 160))";
