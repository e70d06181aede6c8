//! Words of the glossary: a card where the word stands, and the page with all of them.

use crate::harness::{Key, Role, Site, visit};

/// The card that is open; the empty text when none is.
const OPEN_CARD: &str = "document.querySelector('.fact-card:popover-open')?.id ?? ''";

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_word_opens_its_card_and_the_card_leads_to_the_entry() {
    visit(Site::release(), async |visit| {
        let page = visit.open(&visit.site.page_with("class=\"term\"")).await;
        page.packs().await;
        let word = page.select("a.term").await;
        let id: String = word.call("function () { return this.dataset.term; }").await;
        let path: String = page.js("location.pathname").await;
        // The focus would scroll there smoothly, and a click aim at where the word was.
        word.run("function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }); }").await;
        word.focus().await;
        page.press(Key::Enter).await;
        page.becomes(OPEN_CARD, format!("card-term-{id}")).await;
        page.becomes("location.pathname", path).await;
        let gap: f64 = page
            .js("(() => {
                const [word, card] = ['a.term', '.fact-card:popover-open'].map((part) => document.querySelector(part).getBoundingClientRect());
                return Math.min(Math.abs(card.top - word.bottom), Math.abs(word.top - card.bottom));
            })()")
            .await;
        assert!(gap < 12.0, "the card stands {gap} px from its word");
        page.press(Key::Escape).await;
        page.becomes(OPEN_CARD, String::new()).await;

        word.click().await;
        page.becomes(OPEN_CARD, format!("card-term-{id}")).await;
        page.get(Role::Link, "In the glossary").await.click().await;
        page.becomes("location.hash", format!("#{id}")).await;
        page.until(
            "the entry is on the screen",
            &format!("document.querySelector('dt[id=\"{id}\"]')?.getBoundingClientRect().top < innerHeight"),
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn without_script_a_word_is_a_link_to_its_entry() {
    visit(Site::release(), async |visit| {
        let page = visit.tab().await;
        page.without_scripts().await;
        page.go(&visit.site.page_with("class=\"term\"")).await;
        let word = page.select("a.term").await;
        let id: String = word.call("function () { return this.dataset.term; }").await;
        word.click().await;
        page.becomes("document.querySelector('dt:target')?.id ?? ''", id).await;
    });
}
