//! The page of all words that readers may not know, in alphabetical order.

use std::sync::Arc;

use super::build::{About, Text, block, heading, page, paragraph, words};
use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Definition, Inline};
use crate::content::wording::{Part, Wording};
use crate::diag::SourceFile;
use crate::edition::PerEdition;
use crate::facts::glossary::{GLOSSARY, Glossary, GlossaryEntry};
use crate::route::Anchor;

/// Returns the page; `None` when the manual has no glossary.
#[must_use]
pub fn glossary(glossary: &Glossary) -> Option<Page> {
    let file: &Arc<SourceFile> = glossary.file()?;
    let mut entries: Vec<(&str, &GlossaryEntry)> = glossary.iter().collect();
    entries.sort_by_key(|(_, entry)| entry.sort_key());
    let letters = entries.chunk_by(|(_, a), (_, b)| letter(a) == letter(b));
    let intro = paragraph(words(
        "In the text of this manual, a word with a dotted line below it shows its entry when you select it. Gray \
         words here are other names of the same thing.",
    ));
    let blocks = std::iter::once(intro).chain(letters.flat_map(letter_section)).collect();
    let about = About {
        route: GLOSSARY,
        title: "Glossary".to_owned(),
        description: "The words of the shop, the Admin and the trade, each in one or two plain sentences.".to_owned(),
        also: &["what does it mean", "terms", "definitions", "dictionary", "abbreviations", "jargon", "acronyms"],
    };
    Some(page(about, file, blocks))
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
    let anchor = Anchor::written(&format!("letter-{}", letter.to_lowercase().replace('–', "-")));
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
