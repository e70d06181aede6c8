//! Deep links, sub-paths, unknown addresses, and pages that outlived their assets.

use crate::harness::{Page, Role, Site, visit};

/// A passage of Mage-OS with a heading of its own: page and anchor.
const OTHER_EDITION: (&str, &str) = ("/sales/returns/", "turn-returns-on");

/// Asserts that a heading stands below the header and near to it.
async fn is_below_header(page: &Page, anchor: &str) {
    let below = format!(
        "(() => {{
            const header = document.querySelector('.site-header').getBoundingClientRect().bottom;
            const top = document.getElementById('{anchor}').getBoundingClientRect().top;
            return top >= header && top < header + 120;
        }})()"
    );
    page.until("the heading is below the header", &below).await;
}

/// Returns the anchor of a heading in the middle of the page at hand, with enough text below it to fill the window.
async fn middle_anchor(page: &Page) -> String {
    let reachable = "(() => {
        const lowest = document.documentElement.scrollHeight - innerHeight;
        const shared = [...document.querySelectorAll('.article h2[id]')].filter((heading) => !heading.closest('[data-only]'));
        return shared.filter((heading) => heading.getBoundingClientRect().top + scrollY < lowest).map(({ id }) => id);
    })()";
    let anchors: Vec<String> = page.js(reachable).await;
    anchors.last().expect("the longest page is longer than a window").clone()
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_deep_link_brings_its_heading_below_the_header() {
    visit(Site::release(), async |visit| {
        let path = visit.site.longest();
        let page = visit.open(&path).await;
        let anchor = middle_anchor(&page).await;
        let page = visit.open(&format!("{path}#{anchor}")).await;
        is_below_header(&page, &anchor).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_link_on_the_page_brings_its_heading_below_the_header() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.longest()).await;
        let anchor = middle_anchor(&page).await;
        page.select(&format!(".on-this-page__link[href=\"#{anchor}\"]")).await.click().await;
        page.becomes("location.hash", format!("#{anchor}")).await;
        is_below_header(&page, &anchor).await;
        page.becomes("document.querySelector('.on-this-page [aria-current]')?.hash", format!("#{anchor}")).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_anchor_of_the_other_edition_opens_its_passage_and_says_so() {
    visit(Site::release(), async |visit| {
        let (path, anchor) = OTHER_EDITION;
        let page = visit.open(&format!("{path}#{anchor}")).await;
        page.until("the passage is open", &format!("document.getElementById('{anchor}').getClientRects().length > 0"))
            .await;
        page.announces("This passage is about Mage-OS only. It is shown because the link leads here.").await;
        page.reads("open-source").await;
        is_below_header(&page, anchor).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_contents_list_what_is_visible() {
    visit(Site::release(), async |visit| {
        let (path, anchor) = OTHER_EDITION;
        let page = visit.open(path).await;
        let listed =
            format!("document.querySelector('.on-this-page__link[href=\"#{anchor}\"]').getClientRects().length > 0");
        assert!(!page.js::<bool>(&listed).await, "the reader does not have this heading");
        page.switch_to("Mage-OS").await;
        assert!(page.js::<bool>(&listed).await, "now the reader has it");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_unknown_address_has_the_status_404_and_a_way_on() {
    visit(Site::debug(), async |visit| {
        visit.foresee("/no/such/page/");
        let page = visit.open("/no/such/page/").await;
        let status: u16 = page.js("performance.getEntriesByType('navigation')[0].responseStatus").await;
        assert_eq!(status, 404);
        page.get(Role::Heading, "There is no page at this address").await;
        page.packs().await;
        page.select(".guide-cards__link").await.click().await;
        page.until("a guide is shown", "document.querySelector('h1').innerText !== 'There is no page at this address'")
            .await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_unknown_address_offers_the_pages_nearest_to_its_words() {
    visit(Site::sub_path(), async |visit| {
        visit.foresee("/orders/refnd-order.html");
        let page = visit.open("/orders/refnd-order.html").await;
        page.until(
            "the refund comes first",
            "document.querySelector('[data-guesses] a')?.pathname === '/manual/docs/sales/refund/'",
        )
        .await;
        page.get(Role::Heading, "The nearest pages").await;
        page.get(Role::Link, "Refund an order").await.click().await;
        page.until("the page is shown", "document.querySelector('h1').innerText === 'Refund an order'").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_site_below_a_sub_path_keeps_its_links_and_packs() {
    visit(Site::sub_path(), async |visit| {
        let page = visit.open("/").await;
        page.packs().await;
        page.mark_document().await;
        page.follow("/manual/docs/catalog/categories/").await;
        page.until("the text has the focus", "document.activeElement.id === 'main'").await;
        let links: Vec<String> = page.js("[...document.links].filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)").await;
        assert!(links.iter().all(|link| link.starts_with("/manual/docs/")), "{links:#?}");
        assert!(page.is_marked().await);
        page.load("/catalog/simple-product/").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_unknown_address_below_a_sub_path_has_a_way_on() {
    visit(Site::sub_path(), async |visit| {
        visit.foresee("/no/such/page/");
        let page = visit.open("/no/such/page/").await;
        page.get(Role::Heading, "There is no page at this address").await;
        page.select(".guide-cards__link").await.click().await;
        page.until(
            "a guide is shown",
            "location.pathname.startsWith('/manual/docs/') && !location.pathname.includes('such')",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_whose_app_has_gone_still_reads_and_links() {
    let is_gone = |file: &str| [".js", ".wasm"].iter().any(|end| file.ends_with(end)) || file.contains("/guide-");
    visit(Site::release().without(is_gone), async |visit| {
        visit.foresee("404");
        visit.foresee("Failed to fetch");
        let page = visit.tab().await;
        page.go("/catalog/categories/").await;
        page.switch_to("Mage-OS").await;
        page.select(".pager__link[rel=next]").await.click().await;
        page.until(
            "the next page is there",
            "location.pathname !== '/catalog/categories/' && document.readyState === 'complete'",
        )
        .await;
        page.reads("mage-os").await;
        page.until("it reads", "document.querySelector('.article').innerText.length > 500").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_page_for_one_edition_says_so_to_readers_of_the_other() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.page_with("data-kind=\"other-edition\"")).await;
        let is_said = "document.querySelector('[data-kind=other-edition]').getClientRects().length > 0";
        page.until("the notice is shown", is_said).await;
        page.until("the text is shown all the same", "document.querySelector('.article').innerText.length > 500").await;
        page.switch_to("Mage-OS").await;
        assert!(!page.js::<bool>(is_said).await, "the reader runs the edition of the page");
    });
}
