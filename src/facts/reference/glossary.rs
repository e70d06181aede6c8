//! The pages of all words that readers may not know, in alphabetical order.

use std::sync::Arc;

use super::build::{About, Text, block, heading, link, page, paragraph, words};
use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Definition, Inline};
use crate::content::wording::{Part, Wording};
use crate::diag::SourceFile;
use crate::edition::PerEdition;
use crate::facts::glossary::{GLOSSARY, Glossary, GlossaryEntry};
use crate::route::{Anchor, Route};

/// Returns the page of a glossary, or two of one that is large; none when the manual has no glossary.
#[must_use]
pub fn glossary(glossary: &Glossary) -> Vec<Page> {
    let Some(file) = glossary.file() else { return Vec::new() };
    let mut entries: Vec<(&str, &GlossaryEntry)> = glossary.iter().collect();
    entries.sort_by_key(|(_, entry)| entry.sort_key());
    let letters: Vec<&[(&str, &GlossaryEntry)]> = entries.chunk_by(|(_, a), (_, b)| letter(a) == letter(b)).collect();
    let row = paragraph(letter_row(glossary, &letters));
    let pages = entries.chunk_by(|(_, a), (_, b)| glossary.route(a) == glossary.route(b));
    pages.map(|entries| glossary_page(glossary, entries, row.clone(), file)).collect()
}

fn glossary_page(glossary: &Glossary, entries: &[(&str, &GlossaryEntry)], row: Block, file: &Arc<SourceFile>) -> Page {
    let route = entries.first().map_or(GLOSSARY, |(_, entry)| glossary.route(entry));
    let intro = paragraph(words(
        "In the text of this manual, a word with a dotted line below it shows its entry when you select it. Gray \
         words here are other names of the same thing.",
    ));
    let sections = entries.chunk_by(|(_, a), (_, b)| letter(a) == letter(b)).flat_map(letter_section);
    let blocks = [row, intro].into_iter().chain(sections).collect();
    let about = About {
        route,
        title: if route == GLOSSARY { "Glossary" } else { "Glossary, M to Z" }.to_owned(),
        description: "The words of the shop, the Admin and the trade, each in one or two plain sentences.".to_owned(),
        also: &["what does it mean", "terms", "definitions", "dictionary", "abbreviations", "jargon", "acronyms"],
    };
    page(about, file, blocks)
}

/// Returns a link to every letter, whichever page it stands on.
fn letter_row(glossary: &Glossary, letters: &[&[(&str, &GlossaryEntry)]]) -> Text {
    let mut row = Text::new();
    for (_, entry) in letters.iter().filter_map(|entries| entries.first()) {
        let letter = letter(entry);
        let route = Route::parse(glossary.route(entry)).expect("both routes of the glossary are constants");
        row.extend(if row.is_empty() { Text::new() } else { words(" ") });
        row.push(link(&route, Some(&letter_anchor(&letter)), letter));
    }
    row
}

fn letter_anchor(letter: &str) -> Anchor {
    Anchor::written(&format!("letter-{}", letter.to_lowercase().replace('–', "-")))
}

/// Returns the letter below which an entry stands; all digits are one.
fn letter(entry: &GlossaryEntry) -> String {
    match entry.sort_key().chars().next() {
        Some(c) if c.is_alphabetic() => c.to_uppercase().collect(),
        _ => "0–9".to_owned(),
    }
}

fn letter_section(entries: &[(&str, &GlossaryEntry)]) -> Vec<Block> {
    let letter = entries.first().map(|(_, entry)| letter(entry)).unwrap_or_default();
    let anchor = letter_anchor(&letter);
    let list = entries.iter().map(|(id, entry)| definition(id, entry)).collect();
    vec![heading(2, anchor, words(letter)), block(BlockKind::Definitions(list))]
}

fn definition(id: &str, entry: &GlossaryEntry) -> Definition {
    let mut term = running_text(&entry.term);
    for (i, name) in entry.also.iter().enumerate() {
        term.extend(words(if i == 0 { " " } else { ", " }));
        term.push(Inline::Emphasis(running_text(name)));
    }
    let meaning = vec![paragraph(running_text(&entry.text))];
    Definition { term, anchor: Some(Anchor::written(id)), meanings: vec![meaning] }
}

fn running_text(wording: &Wording) -> Text {
    let parts = wording.0.iter().map(|part| match part {
        Part::Same(text) => Inline::Text(text.clone()),
        Part::Term { key, values } => Inline::Term { key: key.clone(), values: values.clone() },
        Part::Either(sides) => Inline::Either(PerEdition::from_fn(|edition| side(sides.get(edition)))),
    });
    parts.collect()
}

/// An edition about which nothing is said has no text at all.
fn side(text: &str) -> Text {
    if text.is_empty() { Text::new() } else { words(text) }
}
