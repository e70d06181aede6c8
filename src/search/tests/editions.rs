//! The promise of one index for two editions: each reader gets the ranking of an index of their edition alone.

use proptest::prelude::*;

use crate::edition::{Edition, EditionSet};

use super::super::{Document, Hit, Kind, Query, Reading, Run, SearchIndex, Section, Synonyms, Wording, build_index};

/// Words that have to do with each other in every way that the engine knows.
const WORDS: &[&str] = &[
    "tax", "taxes", "rate", "rates", "check", "out", "checkout", "price", "prices", "pricing", "magento", "mage", "os",
    "store", "stores", "restore", "stock", "the", "and", "2.4.9", "voucher",
];

/// Things that readers type, some of them wrong.
const TYPED: &[&str] =
    &["tax", "check", "out", "pric", "prcie", "magneto", "mage", "stor", "taxrate", "2.4", "a", "vocher", "coupon"];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..8).prop_map(|words| words.join(" "))
}

fn editions() -> impl Strategy<Value = EditionSet> {
    prop_oneof![
        2 => Just(EditionSet::BOTH),
        1 => Just(EditionSet::only(Edition::OpenSource)),
        1 => Just(EditionSet::only(Edition::MageOs)),
    ]
}

fn wording() -> impl Strategy<Value = Wording> {
    prop_oneof![
        words().prop_map(Wording::Same),
        (words(), words()).prop_map(|(open_source, mage_os)| Wording::Different { open_source, mage_os }),
    ]
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    prop::collection::vec((editions(), words()).prop_map(|(editions, text)| Run { editions, text }), 0..5)
}

fn section() -> impl Strategy<Value = Section> {
    (words(), wording(), editions(), runs()).prop_map(|(anchor, heading, editions, runs)| Section {
        anchor,
        heading,
        editions,
        runs,
    })
}

fn document() -> impl Strategy<Value = Document> {
    let names = (wording(), editions(), prop::collection::vec(words(), 0..2), runs());
    (names, prop::collection::vec(section(), 0..4)).prop_map(|((title, editions, aliases, link_texts), sections)| {
        Document {
            route: String::new(),
            title,
            breadcrumb: Vec::new(),
            kind: Kind::Page,
            editions,
            sections,
            aliases,
            link_texts,
        }
    })
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop::collection::vec(document(), 0..7).prop_map(|mut documents| {
        for (place, document) in documents.iter_mut().enumerate() {
            document.route = format!("/guide/{}-{place}/", WORDS[place % WORDS.len()]);
        }
        documents
    })
}

fn query() -> impl Strategy<Value = String> {
    let typed = prop_oneof![prop::sample::select(TYPED), prop::sample::select(WORDS)];
    (prop::collection::vec(typed, 1..5), any::<bool>())
        .prop_map(|(words, finished)| words.join(" ") + if finished { " " } else { "" })
}

/// Keeps what readers of `edition` see, as if there were no other edition.
fn alone(documents: &[Document], edition: Edition) -> Vec<Document> {
    let seen = |editions: EditionSet| editions.contains(edition);
    let runs_alone = |runs: &[Run]| -> Vec<Run> {
        runs.iter().filter(|run| seen(run.editions)).map(|run| Run::both(run.text.clone())).collect()
    };
    let wording_alone = |wording: &Wording| Wording::Same(wording.text(edition).to_owned());
    let section_alone = |section: &Section| Section {
        anchor: section.anchor.clone(),
        heading: wording_alone(&section.heading),
        editions: EditionSet::BOTH,
        runs: runs_alone(&section.runs),
    };
    let document_alone = |document: &Document| Document {
        title: wording_alone(&document.title),
        editions: EditionSet::BOTH,
        sections: document.sections.iter().filter(|section| seen(section.editions)).map(section_alone).collect(),
        link_texts: runs_alone(&document.link_texts),
        ..document.clone()
    };
    documents.iter().filter(|document| seen(document.editions)).map(document_alone).collect()
}

/// What has to be the same: where, what, how well, and which sections.
fn essence(hit: &Hit) -> (String, String, u32, Vec<(String, String)>) {
    let sections = hit.sections.iter().map(|section| (section.anchor.clone(), section.heading.clone())).collect();
    (hit.route.clone(), hit.title.clone(), hit.score.to_bits(), sections)
}

fn decoded(documents: &[Document]) -> SearchIndex {
    let synonyms = Synonyms::new(vec![vec!["voucher".to_owned(), "coupon".to_owned(), "price rate".to_owned()]]);
    SearchIndex::decode(&build_index(documents, &synonyms)).expect("the builder writes what the decoder reads")
}

/// Checks that `query` gives in the index of both editions what it gives in the index of `edition` alone.
#[track_caller]
fn check(documents: &[Document], query: &str, edition: Edition) {
    let query = Query::parse(query);
    let masked = Reading::new(&decoded(documents), &query).search(edition, 50);
    let single = Reading::new(&decoded(&alone(documents, edition)), &query).search(edition, 50);
    let own: Vec<_> = masked.iter().filter(|hit| !hit.other_edition).map(essence).collect();
    assert_eq!(own, single.iter().map(essence).collect::<Vec<_>>());
    let first_other = masked.iter().position(|hit| hit.other_edition).unwrap_or(masked.len());
    assert!(masked[first_other..].iter().all(|hit| hit.other_edition && !hit.editions.contains(edition)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn masked_search_equals_search_in_one_edition(documents in documents(), queries in prop::collection::vec(query(), 1..4)) {
        for query in &queries {
            for edition in Edition::ALL {
                check(&documents, query, edition);
            }
        }
    }
}
