//! Blocks and inlines made in code, so that generated pages pass through the same pipeline as written ones.

use std::sync::Arc;

use crate::content::dialect::assign_editions;
use crate::content::front_matter::FrontMatter;
use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::{
    Alignment, Block, BlockKind, Code, Definition, Heading, Inline, Link, Passage, PassageRole, Table,
};
use crate::content::wording::Wording;
use crate::diag::SourceFile;
use crate::edition::{Edition, EditionSet, PerEdition};
use crate::route::{Anchor, Route};

/// Running text.
pub(super) type Text = Vec<Inline>;

/// Makes running text of plain words.
pub(super) fn words(text: impl Into<String>) -> Text {
    vec![Inline::Text(text.into())]
}

/// Makes a piece of code.
pub(super) fn code(text: impl Into<String>) -> Inline {
    Inline::Code(Wording::same(text))
}

/// Makes a link to a page or a heading on it.
pub(super) fn link(route: &Route, anchor: Option<&Anchor>, text: impl Into<String>) -> Inline {
    role(LinkTarget::Page(route.clone(), anchor.cloned()), text)
}

/// Makes a link with one of the dialect's roles.
pub(super) fn role(target: LinkTarget, text: impl Into<String>) -> Inline {
    Inline::Link(Link { target, content: words(text), span: 0..0 })
}

/// Makes text that differs between the editions without being a difference that readers should stop at.
pub(super) fn per_edition(values: PerEdition<String>) -> Inline {
    Inline::Term { key: "read-from".to_owned(), values }
}

/// Makes wording that differs, or shared text when it does not.
pub(super) fn either(sides: PerEdition<Text>) -> Text {
    if sides.is_same() { sides.open_source } else { vec![Inline::Either(sides)] }
}

/// Makes a block.
pub(super) const fn block(kind: BlockKind) -> Block {
    Block { span: 0..0, editions: EditionSet::BOTH, kind }
}

/// Makes a paragraph.
pub(super) const fn paragraph(content: Text) -> Block {
    block(BlockKind::Paragraph(content))
}

/// Makes a heading with an anchor of its own.
pub(super) const fn heading(level: u8, anchor: Anchor, content: Text) -> Block {
    block(BlockKind::Heading(Heading { level, anchor, content }))
}

/// Makes a heading whose anchor is made of its words.
pub(super) fn section(level: u8, title: &str) -> Block {
    heading(level, Anchor::from_heading(title), words(title))
}

/// Makes a code block for the shell.
pub(super) fn shell(text: impl Into<String>) -> Block {
    block(BlockKind::Code(Code { language: "bash".to_owned(), text: Wording::same(text) }))
}

/// Makes a list of names with what they mean.
pub(super) fn definitions(entries: Vec<(&str, Text)>) -> Block {
    let entries = entries
        .into_iter()
        .map(|(term, meaning)| Definition { term: words(term), anchor: None, meanings: vec![vec![paragraph(meaning)]] })
        .collect();
    block(BlockKind::Definitions(entries))
}

/// Makes a table.
pub(super) fn table(head: &[&str], rows: Vec<Vec<Text>>) -> Block {
    let head: Vec<Text> = head.iter().map(|title| words(*title)).collect();
    block(BlockKind::Table(Table { alignments: vec![Alignment::Start; head.len()], head, rows }))
}

/// Makes a passage that stands alone.
pub(super) const fn passage(edition: Edition, blocks: Vec<Block>) -> Block {
    block(BlockKind::Passage(Passage { edition, role: PassageRole::Alone, blocks }))
}

/// Makes a passage for each edition that has blocks; two of them are a pair.
pub(super) fn passages(sides: PerEdition<Vec<Block>>) -> Vec<Block> {
    let both = sides.iter().all(|(_, blocks)| !blocks.is_empty());
    let roles = PerEdition { open_source: PassageRole::FirstOfPair, mage_os: PassageRole::SecondOfPair };
    sides
        .iter()
        .filter(|(_, blocks)| !blocks.is_empty())
        .map(|(edition, blocks)| {
            let role = if both { *roles.get(edition) } else { PassageRole::Alone };
            block(BlockKind::Passage(Passage { edition, role, blocks: blocks.clone() }))
        })
        .collect()
}

/// Makes a table of the rows that both editions share, and a passage with those that only one has.
///
/// A row that both have but not alike stands in both passages.
pub(super) fn edition_tables<T>(
    rows: &PerEdition<Vec<&T>>,
    head: &[&str],
    key: impl Fn(&T) -> String,
    cells: impl Fn(&T) -> Vec<Text>,
) -> Vec<Block> {
    let has = |edition: Edition, row: &T| {
        rows.get(edition).iter().any(|other| key(other) == key(row) && cells(other) == cells(row))
    };
    let shared = rows.open_source.iter().filter(|row| has(Edition::MageOs, row)).map(|row| cells(row));
    let shared: Vec<Vec<Text>> = shared.collect();
    let own = PerEdition::from_fn(|edition| {
        let own = rows.get(edition).iter().filter(|row| !has(edition.other(), row)).map(|row| cells(row));
        let own: Vec<Vec<Text>> = own.collect();
        if own.is_empty() { Vec::new() } else { vec![table(head, own)] }
    });
    let mut blocks = Vec::new();
    if !shared.is_empty() {
        blocks.push(table(head, shared));
    }
    blocks.extend(passages(own));
    blocks
}

/// What a generated page says about itself.
pub(super) struct About<'a> {
    /// Its address.
    pub route: &'a str,
    /// Its title.
    pub title: String,
    /// The sentence below it.
    pub description: String,
    /// The words that merchants use instead.
    pub also: &'a [&'a str],
}

/// Makes a page; `file` is where its facts stand.
pub(super) fn page(about: About<'_>, file: &Arc<SourceFile>, mut blocks: Vec<Block>) -> Page {
    assign_editions(&mut blocks, EditionSet::BOTH);
    let front = FrontMatter {
        also: about.also.iter().map(|words| (*words).to_owned()).collect(),
        ..FrontMatter::generated(Wording::same(about.title), Wording::same(about.description))
    };
    let route = Route::parse(about.route).expect("generated routes have only ids and numbers in them");
    Page { route, file: Arc::clone(file), front, blocks }
}
