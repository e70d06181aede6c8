//! The manual as plain text for people and tools: clean Markdown, one edition at a time.
//!
//! `resolve` takes terms and roles out of running text, `inlines`, `blocks` and `tables` write Markdown, `index` the lists.

mod blocks;
mod escape;
mod index;
mod inlines;
mod resolve;
mod tables;

use std::collections::BTreeMap;

use super::site::{Files, PublicUrl};
use crate::content::front_matter::Status;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Block, BlockKind, Figure, Picture, walk_blocks};
use crate::edition::Edition;
use crate::route::Route;
use blocks::{append, link_item, paragraph, words};
use escape::Place;

/// Whose text is written, and where links lead.
#[derive(Debug)]
struct Reader<'a> {
    /// The manual.
    manual: &'a Manual,
    /// Where the site lives.
    public_url: &'a PublicUrl,
    /// Whose text it is.
    edition: Edition,
    /// The page.
    route: &'a Route,
    /// The footnotes that this edition has on the page, by label.
    footnotes: BTreeMap<&'a str, &'a [Block]>,
    /// What stands before the labels of footnotes, so that those of two pages can stand in one file.
    note_prefix: String,
}

impl<'a> Reader<'a> {
    fn new(manual: &'a Manual, public_url: &'a PublicUrl, edition: Edition, page: &'a Page) -> Self {
        let mut footnotes = BTreeMap::new();
        walk_blocks(&page.blocks, &mut |block| {
            if let BlockKind::Footnote(label, inner) = &block.kind
                && block.editions.contains(edition)
            {
                footnotes.entry(label.as_str()).or_insert(inner.as_slice());
            }
        });
        Self { manual, public_url, edition, route: &page.route, footnotes, note_prefix: String::new() }
    }

    /// Returns the whole address of a page as far as it is known.
    fn address(&self, route: &Route) -> String {
        self.whole(&self.public_url.base.page(route))
    }

    fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.origin.as_deref().unwrap_or_default())
    }

    /// Returns the address of a screenshot; `None` when this edition has none.
    fn picture(&self, figure: &Figure) -> Option<String> {
        let Picture::Screenshot(id) = &figure.picture else { return None };
        let shot = self.manual.screenshots.get(id)?;
        shot.available().contains(self.edition).then(|| self.whole(&self.public_url.base.file(&id.file(self.edition))))
    }

    /// Returns the label of a footnote without spaces; `None` when this edition has no such note.
    fn footnote(&self, label: &str) -> Option<String> {
        let words: Vec<&str> = label.split_whitespace().collect();
        self.footnotes.contains_key(label).then(|| format!("{}{}", self.note_prefix, words.join("-")))
    }
}

/// Adds the Markdown of every page, of the whole manual, and the list of it all.
pub(super) fn add(files: &mut Files, manual: &Manual, public_url: &PublicUrl) {
    for edition in Edition::ALL {
        let mut whole = index::opening(manual, edition);
        for page in manual.pages().filter(|page| page.front.editions.contains(edition)) {
            let mut reader = Reader::new(manual, public_url, edition, page);
            let mut text = self::page(page, &reader);
            append(&mut text, index::listing(page, &reader));
            files.insert(page.route.markdown_file(edition), joined(&text));
            reader.note_prefix = page.route.parts().fold(String::new(), |prefix, part| format!("{prefix}{part}-"));
            append(&mut whole, self::page(page, &reader));
        }
        files.insert(format!("llms-full.{}.txt", edition.id()), joined(&whole));
    }
    files.insert("llms.txt".to_owned(), joined(&index::llms(manual, public_url)));
}

fn joined(lines: &[String]) -> Vec<u8> {
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}

/// Returns the lines of a page: title, description, where it comes from, text, footnotes.
fn page(page: &Page, reader: &Reader<'_>) -> Vec<String> {
    let edition = reader.edition;
    let mut lines = vec![format!("# {}", words(&page.front.title.text(edition), Place::Heading))];
    append(&mut lines, paragraph(&words(&page.front.description.text(edition), Place::Paragraph)));
    append(&mut lines, vec![origin(page, reader)]);
    append(&mut lines, blocks::blocks(&page.blocks, reader));
    for (label, inner) in &reader.footnotes {
        let label = reader.footnote(label).unwrap_or_default();
        append(&mut lines, blocks::footnote(&label, inner, reader));
    }
    lines
}

/// Says whose text it is, where it stands, and whether a person has read it.
fn origin(page: &Page, reader: &Reader<'_>) -> String {
    let only = if page.front.editions.single().is_some() { " only" } else { "" };
    let address = reader.address(&page.route);
    let status = match &page.front.status {
        Status::Generated => String::new(),
        Status::Drafted => " Drafted, not yet reviewed by a person.".to_owned(),
        Status::Reviewed { by, on } => {
            format!(" Reviewed by {} on {}.", words(by, Place::Paragraph), on.for_readers())
        }
    };
    let source = escape::address(&address);
    let shown = words(&address, Place::Paragraph);
    format!("For {}{only}. Source: [{shown}]({source}).{status}", reader.edition.name())
}

#[cfg(test)]
mod tests;
