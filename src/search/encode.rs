//! How does an index become files?

use std::ops::Range;

use super::bytes::{Writer, checksum};
use super::coder::Encoder;
use super::dictionary::StemId;
use super::format::{BODY, Contents, EMPTY_ANCHOR, NAMES, WORDING_SEPARATOR, anchor_of, code_words, joined, sealed};
use super::index::{Catalogue, Field, Postings, SynonymGroup, Unit, count};
use super::names::{count_names, merge_links};
use super::packing::Places;

/// Encodes an index as one file.
pub(crate) fn encode_whole(contents: &Contents) -> Vec<u8> {
    encode(contents, 1, true).0
}

/// Encodes an index as a file of names and `parts` files of texts.
pub(crate) fn encode_parts(contents: &Contents, parts: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
    encode(contents, parts, false)
}

fn encode(contents: &Contents, parts: usize, embed: bool) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (titles, _) = count_names(&contents.catalogue, &contents.units, &contents.dictionary);
    let mut writer = Writer::default();
    write_dictionary(&mut writer, contents);
    write_documents(&mut writer, &contents.catalogue);
    write_sections(&mut writer, &contents.catalogue);
    write_words(&mut writer, &contents.units);
    write_synonyms(&mut writer, &contents.synonyms);
    write_postings(&mut writer, Field::Link, &contents.units, &titles, &contents.links, 0..contents.links.stems());
    let names = merge_links(&titles, &contents.links);
    let starts = balanced_starts(&contents.bodies, parts);
    writer.number(starts.len());
    for start in &starts {
        writer.number(*start as usize);
    }
    let ends = starts.iter().skip(1).copied().chain([contents.bodies.stems()]);
    let fingerprint = checksum(&writer.bytes);
    let mut bodies = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let mut body = Writer::default();
        body.bytes.extend_from_slice(&fingerprint.to_le_bytes());
        body.number(bodies.len());
        write_postings(&mut body, Field::Body, &contents.units, &names, &contents.bodies, start..end);
        bodies.push(sealed(BODY, &body.bytes));
    }
    if embed {
        writer.number(bodies.len());
        for body in bodies.drain(..) {
            writer.stream(&body);
        }
    } else {
        writer.number(0);
    }
    (sealed(NAMES, &writer.bytes), bodies)
}

/// Cuts the dictionary into stretches with about as many occurrences each.
fn balanced_starts(postings: &Postings, parts: usize) -> Vec<u32> {
    let all = postings.units.len();
    let mut starts = vec![0];
    for stem in 1..postings.stems() {
        let before = postings.starts[stem as usize] as usize;
        if starts.len() < parts && before * parts >= all * starts.len() {
            starts.push(stem);
        }
    }
    starts
}

fn write_dictionary(writer: &mut Writer, contents: &Contents) {
    let dictionary = &contents.dictionary;
    let stems = 0..count(dictionary.len());
    writer.sorted_texts(stems.clone().map(|stem| dictionary.text(StemId(stem))));
    for bits in 0..3 {
        let odd = stems.clone().filter(|stem| contents.stem_editions[*stem as usize].bits() == bits);
        writer.ascending(odd);
    }
}

fn write_documents(writer: &mut Writer, catalogue: &Catalogue) {
    let documents = &catalogue.documents;
    let breadcrumbs: Vec<String> =
        catalogue.breadcrumbs.iter().map(|names| names.join(&WORDING_SEPARATOR.to_string())).collect();
    writer.texts(breadcrumbs.iter().map(String::as_str));
    writer.texts(documents.iter().map(|entry| entry.route.as_str()));
    let titles: Vec<String> = documents.iter().map(|entry| joined(&entry.title)).collect();
    writer.texts(titles.iter().map(String::as_str));
    writer.small(documents.iter().map(|entry| entry.kind.code() << 2 | entry.editions.bits()));
    writer.small(documents.iter().map(|entry| entry.link_units));
    writer.numbers(documents.iter().map(|entry| entry.breadcrumb));
    writer.numbers(documents.iter().map(|entry| entry.sections.end - entry.sections.start));
}

fn write_sections(writer: &mut Writer, catalogue: &Catalogue) {
    let sections = &catalogue.sections;
    let headings: Vec<String> = sections.iter().map(|part| joined(&part.heading)).collect();
    writer.texts(headings.iter().map(String::as_str));
    writer.texts(sections.iter().map(|part| {
        let usual = part.anchor == anchor_of(&part.heading);
        if usual {
            ""
        } else if part.anchor.is_empty() {
            EMPTY_ANCHOR
        } else {
            &part.anchor
        }
    }));
    writer.small(sections.iter().map(|part| part.body_units << 2 | part.editions.bits()));
}

fn write_words(writer: &mut Writer, units: &[Unit]) {
    let counted = |unit: &&Unit| matches!(unit.field, Field::Link | Field::Body);
    let mut encoder = Encoder::new();
    code_words(&mut encoder, units.iter().filter(counted).map(|unit| unit.words));
    writer.stream(&encoder.finish());
}

fn write_synonyms(writer: &mut Writer, synonyms: &[SynonymGroup]) {
    writer.number(synonyms.len());
    for group in synonyms {
        writer.number(group.len());
        for phrase in group {
            writer.numbers(phrase.iter().map(|stem| stem.0));
        }
    }
}

fn write_postings(
    writer: &mut Writer,
    field: Field,
    units: &[Unit],
    names: &Postings,
    postings: &Postings,
    stems: Range<u32>,
) {
    let mut encoder = Encoder::new();
    let coded = Places::of(field, units, names).code(&mut encoder, stems, postings, usize::MAX);
    writer.number(coded.map_or(0, |postings| postings.units.len()));
    writer.stream(&encoder.finish());
}
