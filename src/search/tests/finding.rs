//! Facts about what is found.

use crate::edition::{Edition, EditionSet};

use super::super::{DocumentId, Excerpt, Kind, Query, Reading, build_index};
use super::{index_of, manual, page, routes, synonyms};

/// Checks which route of [`manual`] answers `query` best for a reader of Magento Open Source.
#[track_caller]
fn check(query: &str, expected: &str) {
    let routes = routes(&index_of(&manual()), query, Edition::OpenSource);
    assert_eq!(routes.first().map(String::as_str), Some(expected), "{query}: {routes:?}");
}

#[test]
fn words_of_the_title_find_the_page() {
    check("tax rates", "/tax/rates/");
}

#[test]
fn other_forms_of_a_word_find_it() {
    check("taxing zone", "/tax/rates/");
}

#[test]
fn beginning_of_a_word_finds_it() {
    check("coup", "/marketing/coupons/");
}

#[test]
fn ending_still_being_typed_finds_the_stem() {
    check("coupony", "/marketing/coupons/");
}

#[test]
fn misspelled_word_finds_the_nearest() {
    check("cuopon", "/marketing/coupons/");
    check("anonimously", "/sales/guest/");
}

#[test]
fn misspelled_beginning_finds_the_nearest() {
    check("chekou", "/sales/guest/");
}

#[test]
fn two_words_find_their_compound() {
    check("check out", "/sales/guest/");
}

#[test]
fn compound_finds_its_two_words() {
    check("couponcodes", "/marketing/coupons/");
}

#[test]
fn alias_finds_the_page() {
    check("promo", "/marketing/coupons/");
}

#[test]
fn link_text_finds_the_page_it_leads_to() {
    check("anonymously", "/sales/guest/");
}

#[test]
fn synonym_that_the_manual_never_uses_finds_the_page() {
    check("voucher", "/marketing/coupons/");
    check("vat", "/tax/rates/");
}

#[test]
fn setting_is_found_by_its_path() {
    check("web/secure/base_url", "/reference/settings/base-url/");
}

#[test]
fn kind_and_breadcrumb_come_with_the_hit() {
    let hits = Reading::new(&index_of(&manual()), &Query::parse("base url")).search(Edition::OpenSource, 1);
    assert_eq!((hits[0].kind, hits[0].breadcrumb.join("/")), (Kind::Setting, "Guide".to_owned()));
}

#[test]
fn best_section_comes_first() {
    let hits = Reading::new(&index_of(&manual()), &Query::parse("import rate")).search(Edition::OpenSource, 1);
    assert_eq!(hits[0].sections[0].anchor, "import-rates");
    assert_eq!(hits[0].sections[0].heading, "Import rates");
    assert_eq!(hits[0].sections[0].section, 1);
}

#[test]
fn query_without_words_finds_nothing() {
    let index = index_of(&manual());
    for query in ["", "  ", "?!", "…"] {
        assert!(routes(&index, query, Edition::OpenSource).is_empty(), "{query}");
    }
}

#[test]
fn limit_of_none_gives_none() {
    assert!(Reading::new(&index_of(&manual()), &Query::parse("tax")).search(Edition::OpenSource, 0).is_empty());
}

#[test]
fn page_of_the_other_edition_is_found_flagged_and_below() {
    let mut documents = manual();
    documents.push(page("/admin/", "The Admin", "Where the theme of the shop is chosen."));
    let index = index_of(&documents);
    let hits = Reading::new(&index, &Query::parse("theme admin")).search(Edition::OpenSource, 10);
    let seen: Vec<(&str, bool)> = hits.iter().map(|hit| (hit.route.as_str(), hit.other_edition)).collect();
    assert_eq!(seen, [("/admin/", false), ("/mage-os/grid/", true)]);
    assert_eq!(hits[1].editions, EditionSet::only(Edition::MageOs));
}

#[test]
fn wording_of_the_other_edition_does_not_match() {
    let index = index_of(&manual());
    assert!(!routes(&index, "magento cli", Edition::MageOs).is_empty());
    assert_eq!(routes(&index, "mage-os ", Edition::MageOs)[0], "/cli/");
    assert!(!routes(&index, "magento ", Edition::MageOs).contains(&"/cli/".to_owned()));
}

#[test]
fn title_is_that_of_the_edition() {
    let index = index_of(&manual());
    for (edition, title) in [(Edition::OpenSource, "Magento CLI"), (Edition::MageOs, "Mage-OS CLI")] {
        assert_eq!(Reading::new(&index, &Query::parse("cli")).search(edition, 1)[0].title, title);
    }
}

#[test]
fn explanation_adds_up_to_the_score() {
    let index = index_of(&manual());
    let query = Query::parse("tax rates for shopper");
    for hit in Reading::new(&index, &query).search(Edition::OpenSource, 10) {
        let explanation =
            Reading::new(&index, &query).explain(Edition::OpenSource, hit.document).expect("a hit can be explained");
        assert_eq!(explanation.parts.score().to_bits(), hit.score.to_bits());
        let words: f32 = explanation.words.iter().map(|part| part.score).sum();
        assert!((words - explanation.parts.fields).abs() < 0.001);
        assert!(explanation.to_string().contains("coverage"));
    }
    assert_eq!(Reading::new(&index, &query).explain(Edition::OpenSource, DocumentId(99)), None);
}

#[test]
fn misspelled_query_is_spelled_again() {
    let index = index_of(&manual());
    let suggestions = Reading::new(&index, &Query::parse("cuopon codes")).suggest(Edition::OpenSource);
    assert_eq!(suggestions.spelling.as_deref(), Some("coupon codes"));
    assert_eq!(Reading::new(&index, &Query::parse("coupon")).suggest(Edition::OpenSource).spelling, None);
}

#[test]
fn unknown_word_leads_to_pages_that_begin_alike() {
    let index = index_of(&manual());
    let query = Query::parse("couplandish ");
    assert!(Reading::new(&index, &query).search(Edition::OpenSource, 5).is_empty());
    assert_eq!(Reading::new(&index, &query).suggest(Edition::OpenSource).nearest[0].route, "/marketing/coupons/");
}

fn excerpt(typed: &str, text: &str) -> Excerpt {
    let index = index_of(&manual());
    let query = Query::parse(typed);
    Reading::new(&index, &query).highlighter(Edition::OpenSource).excerpt(text, 60)
}

#[test]
fn excerpt_shows_the_passage_with_the_words() {
    let text = "This is a long opening that nobody asked for, and it goes on. The rate of a tax depends on the state, and so on.";
    let excerpt = excerpt("tax rat", text);
    let marked: Vec<&str> = excerpt.marks.iter().map(|range| &excerpt.text[range.clone()]).collect();
    assert_eq!(marked, ["rate", "tax"]);
    assert_eq!(excerpt.text, "The rate of a tax depends on the state, and so on.");
}

#[test]
fn excerpt_without_the_words_is_the_beginning() {
    assert_eq!(excerpt("tax", "Nothing here.").text, "Nothing here.");
}

#[test]
fn excerpt_fills_up_with_what_stands_before_when_the_text_ends() {
    let text = "A long opening that nobody asked for. A table holds what is due. Import the tax rates.";
    assert_eq!(excerpt("tax rates", text).text, "A table holds what is due. Import the tax rates.");
}

#[test]
fn excerpt_tells_a_version_from_the_end_of_a_sentence() {
    let text =
        "Shops that are older have no such thing. From release 2.4.8 on the tax is rounded at each line and row.";
    assert_eq!(excerpt("tax", text).text, "…release 2.4.8 on the tax is rounded at each line and row.");
}

#[test]
fn excerpt_ends_without_an_ellipsis_where_a_sentence_ends() {
    let text = "A tax is due in most countries of the world and the moon. Nobody knows why it is so.";
    assert_eq!(excerpt("tax", text).text, "A tax is due in most countries of the world and the moon.");
}

#[test]
fn same_documents_give_the_same_bytes() {
    assert_eq!(build_index(&manual(), &synonyms()), build_index(&manual(), &synonyms()));
}

#[test]
fn words_of_an_address_find_the_nearest_page() {
    let index = index_of(&manual());
    for address in ["marketing/cuopons/", "marketing/coupons.html", "/help/coupon_codes"] {
        let query = Query::of_address(address);
        let hits = Reading::new(&index, &query).search(Edition::OpenSource, 1);
        assert_eq!(hits[0].route, "/marketing/coupons/", "{address}");
    }
}
