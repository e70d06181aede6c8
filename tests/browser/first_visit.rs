//! The question of the first visit.

use crate::harness::{Page, Role, Site, visit};

const QUESTION: &str = "Which one do you run?";

async fn is_asked(page: &Page) -> bool {
    page.has(Role::Region, QUESTION).await
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_first_time_reader_is_asked_and_reads_the_default() {
    visit(Site::debug(), async |visit| {
        let page = visit.open_first_time("/catalog/").await;
        page.get(Role::Region, QUESTION).await;
        page.reads("open-source").await;
        assert_eq!(page.remembered("edition").await, None);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_returning_reader_is_not_asked() {
    visit(Site::release(), async |visit| {
        let page = visit.open("/catalog/").await;
        page.painted().await;
        assert!(!is_asked(&page).await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_reader_of_a_link_with_an_edition_is_not_asked() {
    visit(Site::release(), async |visit| {
        let page = visit.open_first_time("/catalog/?edition=mage-os").await;
        page.painted().await;
        assert!(!is_asked(&page).await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_answer_is_remembered() {
    visit(Site::release(), async |visit| {
        let page = visit.open_first_time("/catalog/").await;
        page.get(Role::Region, QUESTION).await.get(Role::Button, "Mage-OS").await.click().await;
        page.reads("mage-os").await;
        assert_eq!(page.remembered("edition").await.as_deref(), Some("\"mage-os\""));
        page.load("/sales/").await;
        page.painted().await;
        assert!(!is_asked(&page).await);
    });
}

#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn a_dismissed_question_never_comes_back() {
    visit(Site::release(), async |visit| {
        let page = visit.open_first_time("/catalog/").await;
        page.get(Role::Button, "Do not ask again").await.click().await;
        page.until("the question has gone", "document.querySelector('.edition-question').hidden").await;
        assert_eq!(page.remembered("edition").await, None, "a dismissal is no answer");
        page.load("/sales/").await;
        page.painted().await;
        assert!(!is_asked(&page).await);
    });
}

/// It has the large choice of edition in its text.
#[test]
#[ignore = "needs the built sites: run cargo site test"]
fn the_home_page_does_not_ask_twice() {
    visit(Site::release(), async |visit| {
        let page = visit.open_first_time("/").await;
        page.painted().await;
        assert!(!is_asked(&page).await);
    });
}
