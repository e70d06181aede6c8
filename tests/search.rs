//! Does search lead merchants to the right page? The manual as it is, asked what they type.

use std::fmt::Write as _;
use std::path::PathBuf;

use merchant_docs::content::manual::Manual;
use merchant_docs::edition::Edition;
use merchant_docs::press::load::Project;
use merchant_docs::press::search_index;
use merchant_docs::route::BasePath;
use merchant_docs::search::{DecodeError, Query, Reading, SearchIndex};
use merchant_docs::view::answer::{Answer, Library};
use serde::Deserialize;

#[derive(Deserialize)]
struct Queries {
    query: Vec<Asked>,
}

/// A query with the pages that answer it equally well.
#[derive(Deserialize)]
struct Asked {
    q: String,
    kind: String,
    #[serde(default)]
    edition: Edition,
    pages: Vec<String>,
}

fn manual() -> Manual {
    let project = Project { root: PathBuf::from(env!("CARGO_MANIFEST_DIR")) };
    project.compile().unwrap().value.unwrap()
}

fn index() -> SearchIndex {
    SearchIndex::decode(&search_index::whole(&manual())).unwrap()
}

fn queries() -> Vec<Asked> {
    toml::from_str::<Queries>(include_str!("search_queries.toml")).unwrap().query
}

fn questions() -> Vec<Asked> {
    toml::from_str::<Queries>(include_str!("merchant_questions.toml")).unwrap().query
}

/// The place of the first right page among the answers, counted from one.
fn rank(index: &SearchIndex, asked: &Asked) -> Option<usize> {
    let hits = Reading::new(index, &Query::parse(&asked.q)).search(asked.edition, 8);
    hits.iter().position(|hit| asked.pages.contains(&hit.route)).map(|at| at + 1)
}

/// The share of queries that must be answered by the first hit, and by the first five.
///
/// The goals are 0.85 and 0.97; what stands here is what the manual reaches, so that no change makes it worse unseen.
const SUCCESS_AT_1: f64 = 0.85;
const SUCCESS_AT_5: f64 = 0.97;

/// The lists of rules for authors are full of samples that speak of refunds and grids, and tell nothing about them.
#[test]
fn samples_of_how_to_write_are_no_answer() {
    let index = index();
    let finds = |query: &str| {
        let hits = Reading::new(&index, &Query::parse(query)).search(Edition::default(), 8);
        hits.iter().any(|hit| hit.route.starts_with("/community/lint"))
    };
    assert!(!["credit memo", "money back", "orders grid filters", "refund an order"].into_iter().any(finds));
    assert!(finds("list of lints"));
}

#[test]
fn merchants_find_the_right_page() {
    let index = index();
    let asked = queries();
    assert!(asked.len() >= 120, "only {} queries", asked.len());
    let mut report = String::new();
    let (mut first, mut five) = (0.0, 0.0);
    for query in &asked {
        let rank = rank(&index, query);
        first += f64::from(u8::from(rank == Some(1)));
        five += f64::from(u8::from(rank.is_some_and(|rank| rank <= 5)));
        if rank != Some(1) {
            let hits = Reading::new(&index, &Query::parse(&query.q)).search(query.edition, 3);
            let routes: Vec<&str> = hits.iter().map(|hit| hit.route.as_str()).collect();
            let _ = writeln!(report, "{} `{}`: {rank:?}, first {routes:?}", query.kind, query.q);
        }
    }
    let count = f64::from(u16::try_from(asked.len()).unwrap());
    let figures = format!("{report}success@1 {:.3}, success@5 {:.3} of {count}", first / count, five / count);
    assert!(first / count >= SUCCESS_AT_1 && five / count >= SUCCESS_AT_5, "{figures}");
}

#[test]
fn forty_questions_of_merchants_are_answered_among_the_first_three() {
    let index = index();
    let asked = questions();
    let questions: std::collections::BTreeSet<&str> = asked.iter().map(|asked| &*asked.q).collect();
    assert_eq!(questions.len(), 40);
    let missed: Vec<String> = asked
        .iter()
        .filter(|asked| rank(&index, asked).is_none_or(|rank| rank > 3))
        .map(|asked| {
            let hits = Reading::new(&index, &Query::parse(&asked.q)).search(asked.edition, 4);
            let routes: Vec<&str> = hits.iter().map(|hit| hit.route.as_str()).collect();
            format!("{:?} `{}`: {routes:?}", asked.edition, asked.q)
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn every_expected_page_exists() {
    let manual = manual();
    let routes: Vec<&str> = manual.pages().map(|page| page.route.as_str()).collect();
    for query in queries().into_iter().chain(questions()) {
        for page in &query.pages {
            assert!(routes.contains(&page.as_str()), "`{}` expects {page}", query.q);
        }
    }
}

#[test]
fn a_page_of_the_other_edition_is_found_below_and_marked() {
    let hits = Reading::new(&index(), &Query::parse("activity log")).search(Edition::OpenSource, 8);
    let hit = hits.iter().find(|hit| hit.route == "/system/activity-log/").expect("the page is found");
    assert!(hit.other_edition);
    let own_after = hits.iter().skip_while(|hit| !hit.other_edition).any(|hit| !hit.other_edition);
    assert!(!own_after, "pages of the reader's edition stand above");
}

#[test]
fn a_misspelled_query_is_offered_in_the_manuals_spelling() {
    let suggestions = Reading::new(&index(), &Query::parse("favcion ")).suggest(Edition::OpenSource);
    assert_eq!(suggestions.spelling.as_deref(), Some("favicon"));
}

#[test]
fn a_cut_file_is_refused() {
    let bytes = search_index::whole(&manual());
    assert_eq!(SearchIndex::decode(&bytes[..bytes.len() / 2]).err(), Some(DecodeError::Truncated));
}

/// What merchants copy from a guide or read in their Admin, and the field of the settings reference that it names.
const SETTINGS: [(&str, &str); 20] = [
    ("web/secure/base_url", "web/secure/base_url"),
    ("web/seo/use_rewrites", "web/seo/use_rewrites"),
    ("admin/security/session_lifetime", "admin/security/session_lifetime"),
    ("cataloginventory/item_options/min_qty", "cataloginventory/item_options/min_qty"),
    ("carriers/freeshipping/free_shipping_subtotal", "carriers/freeshipping/free_shipping_subtotal"),
    ("currency/options/base", "currency/options/base"),
    ("sales_email/order/enabled", "sales_email/order/enabled"),
    ("system/smtp/host", "system/smtp/host"),
    ("tax/calculation/price_includes_tax", "tax/calculation/price_includes_tax"),
    ("payment/checkmo/active", "payment/checkmo/active"),
    ("Use Web Server Rewrites", "web/seo/use_rewrites"),
    ("Add Secret Key to URLs", "admin/security/use_form_key"),
    ("Admin Session Lifetime (seconds)", "admin/security/session_lifetime"),
    ("Catalog Prices", "tax/calculation/price_includes_tax"),
    ("Minimum Order Amount", "carriers/freeshipping/free_shipping_subtotal"),
    ("Allow Guest Checkout", "checkout/options/guest_checkout"),
    ("Out-of-Stock Threshold", "cataloginventory/item_options/min_qty"),
    ("Quote Lifetime (days)", "checkout/cart/delete_quote_after"),
    ("Make Check/Money Order Payable To", "payment/checkmo/payable_to"),
    ("First Day of Week", "general/locale/firstday"),
];

fn reference() -> SearchIndex {
    SearchIndex::decode(&search_index::reference(&manual())).unwrap()
}

fn answer(index: &SearchIndex, reference: &SearchIndex, typed: &str, edition: Edition) -> Answer {
    let query = Query::parse(typed);
    let (reading, base) = (Reading::new(index, &query), BasePath::parse("/").unwrap());
    let library = Library { reading: &reading, reference: Some(reference), base: &base, section_text: &|_, _, _| None };
    library.answer(typed, edition)
}

#[test]
fn a_setting_is_found_first_by_its_path_and_by_its_label() {
    let (index, reference) = (index(), reference());
    let mut wrong = String::new();
    for (typed, path) in SETTINGS {
        for edition in Edition::ALL {
            let answer = answer(&index, &reference, typed, edition);
            let sections = answer.pages().first().map(|page| &page.sections[..]).unwrap_or_default();
            let headings: Vec<String> = sections
                .iter()
                .map(|section| section.heading.iter().map(|piece| piece.text.as_str()).collect())
                .collect();
            if !headings.iter().any(|heading| heading.ends_with(&format!("({path})"))) {
                let _ = writeln!(wrong, "{edition:?}: `{typed}` leads to {headings:?}");
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn settings_do_not_crowd_out_what_only_the_other_edition_has() {
    let answer = answer(&index(), &reference(), "activity log", Edition::OpenSource);
    let pages = answer.pages();
    assert!(
        pages.iter().any(|page| page.href.starts_with("/reference/settings/")),
        "no settings that could: {pages:?}"
    );
    let other = pages.iter().find(|page| page.other_edition == Some(Edition::MageOs));
    assert_eq!(other.map(|page| &*page.href), Some("/system/activity-log/"));
}
