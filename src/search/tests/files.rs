//! Facts about index files: what is read back, and what happens to damaged ones.

use proptest::prelude::*;

use crate::edition::Edition;

use super::super::bytes::checksum;
use super::super::{DecodeError, Query, Reading, SearchIndex, build_index, build_index_files};
use super::{index_of, manual, routes, synonyms};

/// Checks what decoding says about `bytes`.
#[track_caller]
fn check(bytes: &[u8], expected: DecodeError) {
    assert_eq!(SearchIndex::decode(bytes).err(), Some(expected));
}

fn whole() -> Vec<u8> {
    build_index(&manual(), &synonyms())
}

/// Puts a fitting checksum and length before a changed payload.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() >= 18 {
        let length = u32::try_from(bytes.len() - 18).expect("test files are small");
        bytes[6..10].copy_from_slice(&length.to_le_bytes());
        let sum = checksum(&bytes[18..]);
        bytes[10..18].copy_from_slice(&sum.to_le_bytes());
    }
    bytes
}

#[test]
fn every_file_that_ends_early_is_truncated() {
    let whole = whole();
    for end in 0..whole.len() {
        check(&whole[..end], DecodeError::Truncated);
    }
}

#[test]
fn changed_byte_is_noticed() {
    let mut bytes = whole();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    check(&bytes, DecodeError::Corrupt);
}

#[test]
fn other_version_and_other_file_are_foreign() {
    let mut bytes = whole();
    bytes[5] += 1;
    check(&bytes, DecodeError::Foreign);
    check(b"<!doctype html><title>404</title>", DecodeError::Foreign);
}

#[test]
fn texts_of_another_build_are_stale() {
    let files = build_index_files(&manual(), &synonyms(), 2);
    let mut other = manual();
    other.pop();
    let mut index = SearchIndex::decode(&build_index_files(&other, &synonyms(), 2).names).expect("a whole file");
    assert_eq!(index.add_body(&files.bodies[0]), Err(DecodeError::Stale));
}

#[test]
fn parts_answer_like_the_whole() {
    let files = build_index_files(&manual(), &synonyms(), 3);
    assert_eq!(files.bodies.len(), 3);
    let mut index = SearchIndex::decode(&files.names).expect("a whole file");
    let whole = index_of(&manual());
    for query in ["tax", "state lives", "price of the cart ", "thme"] {
        let query = Query::parse(query);
        for part in Reading::new(&index, &query).missing_bodies(Edition::OpenSource) {
            index.add_body(&files.bodies[part]).expect("a whole file");
        }
        assert!(Reading::new(&index, &query).missing_bodies(Edition::OpenSource).is_empty());
        let (parts, all) = (
            Reading::new(&index, &query).search(Edition::OpenSource, 9),
            Reading::new(&whole, &query).search(Edition::OpenSource, 9),
        );
        assert_eq!(parts, all);
    }
}

#[test]
fn names_answer_before_any_text_is_there() {
    let files = build_index_files(&manual(), &synonyms(), 3);
    let index = SearchIndex::decode(&files.names).expect("a whole file");
    assert_eq!(routes(&index, "coupon", Edition::MageOs), ["/marketing/coupons/"]);
}

#[test]
fn manual_without_pages_is_an_empty_index() {
    let index = index_of(&[]);
    assert!(index.is_empty() && routes(&index, "tax", Edition::MageOs).is_empty());
}

#[test]
fn errors_speak_in_words() {
    for error in [DecodeError::Foreign, DecodeError::Truncated, DecodeError::Corrupt, DecodeError::Stale] {
        let message = error.to_string();
        assert!(message.starts_with("the ") && !message.ends_with('.'));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(SearchIndex::decode(&bytes).is_err());
    }

    #[test]
    fn any_payload_behind_a_sound_header_is_survived(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = whole();
        for (place, value) in changes {
            let place = 18 + place.index(bytes.len() - 18);
            bytes[place] = value;
        }
        if cuts {
            bytes.truncate(18 + cut.index(bytes.len() - 18));
        }
        if let Ok(index) = SearchIndex::decode(&resealed(bytes)) {
            for edition in Edition::ALL {
                let _ = Reading::new(&index, &Query::parse("tax rates thme x")).search(edition, 5);
            }
        }
    }

    #[test]
    fn any_texts_behind_a_sound_header_are_survived(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let files = build_index_files(&manual(), &synonyms(), 1);
        let mut bytes = files.bodies[0].clone();
        for (place, value) in changes {
            let place = 26 + place.index(bytes.len() - 26);
            bytes[place] = value;
        }
        let mut index = SearchIndex::decode(&files.names).expect("a whole file");
        let _ = index.add_body(&resealed(bytes));
        let _ = Reading::new(&index, &Query::parse("tax rates thme x")).search(Edition::MageOs, 5);
    }
}
