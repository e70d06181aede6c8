//! The search: opened, asked and followed by keyboard.

use crate::harness::{Key, PHONE, Page, Site, visit};

/// What the dialog shows of its answers.
const OPTIONS: &str = "document.querySelectorAll('#search-dialog [role=option]').length";
/// Where the best answer leads.
pub(crate) const FIRST: &str = "document.getElementById('search-dialog-option-0-0').getAttribute('href')";
/// What the dialog says above its answers, or in their place, when something is lost.
pub(crate) const PROBLEM: &str =
    "document.querySelector('.search-results__note[data-kind=problem]')?.textContent ?? ''";
/// Which answers are chosen: one.
const CHOSEN: &str = "[...document.querySelectorAll('#search-dialog [aria-selected=true]')].map(({ id }) => id).join()";
const IS_OPEN: &str = "document.getElementById('search-dialog').open";
/// The file of the index arrives damaged.
const DAMAGED: &str = "const fetched = window.fetch;
    window.fetch = (file) => String(file).includes('/search-') ? Promise.resolve(new Response(new Uint8Array(2000).fill(7))) : fetched(file);";

/// The names arrive; the texts do not, until `window.whole` fetches again.
const WITHOUT_TEXTS: &str = "window.whole = window.fetch;
    window.fetch = (file) => String(file).includes('/search-texts-') ? Promise.reject(new TypeError()) : window.whole(file);";

/// Opens the dialog with the key `/`.
async fn open(page: &Page) {
    page.press(Key::Slash).await;
    page.until("the field has the focus", "document.activeElement.id === 'search-dialog-input'").await;
}

/// Types a query, all at once.
async fn ask(page: &Page, query: &str) {
    let query = serde_json::Value::from(query);
    page.run(&format!(
        "{{ const field = document.getElementById('search-dialog-input'); field.value = {query};
            field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
    ))
    .await;
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_query_is_asked_and_followed_without_a_mouse() {
    visit(Site::debug(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.packs().await;
        open(&page).await;
        ask(&page, "refund").await;
        page.until(
            "there are answers",
            "!!document.querySelector('#search-dialog-results [href=\"/sales/refund/#refund-online\"]')",
        )
        .await;
        let active = "document.getElementById('search-dialog-input').getAttribute('aria-activedescendant')";
        page.becomes(active, "search-dialog-option-0-0".to_owned()).await;
        page.press(Key::ArrowDown).await;
        page.becomes(active, "search-dialog-option-0-1".to_owned()).await;
        page.press(Key::Enter).await;
        page.becomes("location.pathname", "/sales/refund/".to_owned()).await;
        assert!(page.js::<bool>("location.hash.length > 1").await, "the second answer is a section");
        page.becomes(IS_OPEN, false).await;
        page.becomes("document.querySelector('h1').textContent", "Refund an order".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn escape_closes_the_search_and_gives_the_focus_back() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/categories/").await;
        page.select(".site-header [data-action=\"open-search\"]").await.click().await;
        page.until("the field has the focus", "document.activeElement.id === 'search-dialog-input'").await;
        page.press(Key::Escape).await;
        page.becomes(IS_OPEN, false).await;
        page.until("the focus is back", "document.activeElement.matches('.search-trigger')").await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_switch_inside_the_search_answers_again() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/?q=activity%20log").await;
        let badged = "!!document.querySelector('#search-dialog .edition-badge[data-edition=mage-os]')";
        page.until("the page of the other edition is marked", badged).await;
        page.select("#search-dialog-edition-mage-os").await.click().await;
        page.until("it is no longer marked", &format!("!({badged})")).await;
        page.becomes(FIRST, "/system/activity-log/".to_owned()).await;
        page.becomes("document.documentElement.dataset.edition", "mage-os".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_damaged_index_is_reported_in_words_and_the_site_goes_on() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.before_scripts(DAMAGED).await;
        page.load("/catalog/categories/").await;
        open(&page).await;
        ask(&page, "refund").await;
        page.until("it is said", &format!("({PROBLEM}).startsWith('Search does not work just now')")).await;
        page.press(Key::Escape).await;
        page.packs().await;
        page.follow("/catalog/simple-product/").await;
        page.becomes("location.pathname", "/catalog/simple-product/".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_search_that_lost_texts_answers_with_what_is_here_and_tries_again_when_it_is_opened() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.before_scripts(WITHOUT_TEXTS).await;
        page.load("/").await;
        open(&page).await;
        ask(&page, "refund").await;
        let is_said =
            format!("({PROBLEM}).startsWith('Not everything was searched. The search index could not be fetched')");
        page.until("it is said", &is_said).await;
        page.becomes(FIRST, "/sales/refund/".to_owned()).await;
        let said = "document.getElementById('search-dialog-said').textContent.includes(' found. Not everything was')";
        page.until("screen readers are told", said).await;
        page.press(Key::Escape).await;
        page.run("window.fetch = window.whole").await;
        open(&page).await;
        page.becomes(PROBLEM, String::new()).await;
        page.becomes(FIRST, "/sales/refund/".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_query_that_led_somewhere_is_offered_again_and_can_be_forgotten() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.packs().await;
        open(&page).await;
        ask(&page, "favcion").await;
        page.until("there are answers", &format!("{OPTIONS} > 0")).await;
        page.press(Key::Enter).await;
        page.becomes("location.pathname", "/content/logo-and-favicon/".to_owned()).await;
        page.until("the focus is in the text", "document.activeElement.id === 'main'").await;
        open(&page).await;
        ask(&page, "").await;
        page.becomes("document.querySelector('.search-results__query').textContent", "favcion".to_owned()).await;
        page.select(".search-results__forget").await.click().await;
        page.until("it is forgotten", "!document.querySelector('.search-results__forget')").await;
        assert_eq!(page.remembered("recent-queries").await, None);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn what_was_searched_is_marked_on_its_page_until_escape() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.packs().await;
        open(&page).await;
        ask(&page, "refund").await;
        page.until("there are answers", &format!("{OPTIONS} > 0")).await;
        page.press(Key::Enter).await;
        page.becomes("location.pathname", "/sales/refund/".to_owned()).await;
        let marked = "[...(CSS.highlights.get('search') ?? [])].map((range) => range.toString().toLowerCase())";
        page.until("words are marked", &format!("{marked}.length > 2")).await;
        let words: Vec<String> = page.js(marked).await;
        assert!(words.iter().any(|word| word == "refund"), "{words:?}");
        page.press(Key::Escape).await;
        page.until("nothing is marked", &format!("{marked}.length === 0")).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn answers_are_all_of_one_query_and_seen_from_their_top() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/").await;
        page.resize(PHONE).await;
        open(&page).await;
        ask(&page, "product").await;
        let is_whole = "document.getElementById('search-dialog-said').textContent
            === document.querySelectorAll('.search-results__group').length + ' pages found.'";
        page.until("all pages are listed", is_whole).await;
        page.run("document.getElementById('search-dialog-answers').scrollTo(0, 300)").await;
        // It is found on fewer pages.
        ask(&page, "fraud").await;
        page.becomes(FIRST, "/sales/order-life/".to_owned()).await;
        page.until("all pages are listed", is_whole).await;
        page.becomes("document.getElementById('search-dialog-answers').scrollTop", 0).await;
        let listed_after = async |queries: [&str; 2]| {
            for query in queries {
                ask(&page, query).await;
                page.painted().await;
            }
            page.js::<String>("document.getElementById('search-dialog-results').innerHTML").await
        };
        // A file that comes late answers again, perhaps between the two.
        for _ in 0..10 {
            if listed_after(["product", "fraud"]).await == listed_after(["", "fraud"]).await {
                return;
            }
        }
        panic!("answers to another query are still listed");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_letter_that_changes_no_answer_writes_none_anew_and_takes_back_the_choice() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/?q=refund").await;
        page.packs().await;
        page.becomes(CHOSEN, "search-dialog-option-0-0".to_owned()).await;
        page.run("document.querySelector('#search-dialog [role=option]').dataset.old = ''").await;
        ask(&page, "refunds").await;
        page.painted().await;
        assert!(page.js::<bool>("!!document.querySelector('#search-dialog [data-old]')").await, "written anew");
        for _ in 0..12 {
            page.press(Key::ArrowDown).await;
        }
        page.until("another page is chosen", &format!("/option-[1-9]-[0-9]$/.test({CHOSEN})")).await;
        ask(&page, "refund").await;
        page.becomes(CHOSEN, "search-dialog-option-0-0".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_best_answer_is_chosen_when_a_late_file_brings_it() {
    visit(Site::release(), async |visit| {
        // The names alone know a heading with "actions"; the texts know better.
        let page = visit.open("/?q=capture%20action").await;
        page.becomes(FIRST, "/sales/invoice/".to_owned()).await;
        page.becomes(CHOSEN, "search-dialog-option-0-0".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn an_answer_that_was_chosen_stays_in_sight_when_the_query_is_answered_again() {
    visit(Site::release(), async |visit| {
        // Its best answer shows a command that differs between the editions.
        let page = visit.open("/?q=composer%20create-project").await;
        page.resize(PHONE).await;
        page.packs().await;
        page.until("there are answers", &format!("{OPTIONS} > 12")).await;
        for _ in 0..12 {
            page.press(Key::ArrowDown).await;
        }
        let scrolled = "document.getElementById('search-dialog-answers').scrollTop > 0";
        page.until("an answer far down is in sight", scrolled).await;
        page.run("document.querySelector('#search-dialog [role=option]').dataset.old = ''").await;
        page.select("#search-dialog-edition-mage-os").await.click().await;
        page.until("it is answered again", "!document.querySelector('#search-dialog [data-old]')").await;
        page.painted().await;
        assert!(page.js::<bool>(scrolled).await, "the list went back to its top");
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_search_has_a_page_of_its_own() {
    visit(Site::sub_path(), async |visit| {
        let page = visit.open("/search/?q=web/secure/base_url").await;
        page.until("it is open", IS_OPEN).await;
        let field = "document.querySelector('#search-dialog-results [data-kind=section]')?.textContent ?? ''";
        page.until("the setting is found", &format!("({field}).includes('web/secure/base_url')")).await;
    });
}
