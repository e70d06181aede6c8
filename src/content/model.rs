//! The manual as data: blocks and inlines, each with the editions that see it.

use std::ops::Range;

use super::diagrams::DiagramId;
use super::link::LinkTarget;
use super::screenshots::ShotId;
use super::wording::Wording;
use crate::edition::{Edition, EditionSet, PerEdition};
use crate::route::Anchor;

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in its file, in bytes.
    pub span: Range<usize>,
    /// Who sees it.
    pub editions: EditionSet,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading below the page's title.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Steps, bullets or tasks.
    List(List),
    /// A quotation.
    Quote(Vec<Block>),
    /// A note that stands out.
    Alert(AlertKind, Vec<Block>),
    /// A code block.
    Code(Code),
    /// A table.
    Table(Table),
    /// A pair of screenshots, or a diagram.
    Figure(Figure),
    /// Terms with their definitions.
    Definitions(Vec<Definition>),
    /// The text of a footnote.
    Footnote(String, Vec<Block>),
    /// A passage for one edition.
    Passage(Passage),
    /// A thematic break.
    Rule,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6; the page's title is 1.
    pub level: u8,
    /// What links name.
    pub anchor: Anchor,
    /// Its words.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The first number; `None` for bullets.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The state of a task; `None` when it is not one.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// The kinds of `> [!NOTE]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Worth knowing.
    Note,
    /// A quicker or better way.
    Tip,
    /// Needed for success.
    Important,
    /// Something can go wrong.
    Warning,
    /// Something can be lost.
    Caution,
}

impl AlertKind {
    /// Returns the id for `data-kind`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// Returns the title that readers see.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Tip => "Tip",
            Self::Important => "Important",
            Self::Warning => "Warning",
            Self::Caution => "Caution",
        }
    }
}

/// A code block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The first word behind the fence; empty when there is none.
    pub language: String,
    /// The text, with the terms of each edition.
    pub text: Wording,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the language runs.
    Start,
    /// In the middle.
    Center,
    /// Against the run of the language: numbers.
    End,
}

/// A table with one header row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One for each column.
    pub alignments: Vec<Alignment>,
    /// The header cells.
    pub head: Vec<Vec<Inline>>,
    /// The rows below.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A picture with its caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Which picture.
    pub picture: Picture,
    /// What the picture shows that matters.
    pub alt: Wording,
    /// The line below it; `None` when the author wrote none.
    pub caption: Option<Wording>,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// What the screen shows, in both editions.
    Screenshot(ShotId),
    /// A drawing of our own.
    Diagram(DiagramId),
}

/// One entry of a definition list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// What is defined.
    pub term: Vec<Inline>,
    /// What links name; only words of the glossary have one.
    pub anchor: Option<Anchor>,
    /// Its definitions.
    pub meanings: Vec<Vec<Block>>,
}

/// A passage for one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Who sees it.
    pub edition: Edition,
    /// Whether a passage of the other edition stands directly beside it.
    pub role: PassageRole,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// Whether a passage swaps with another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageRole {
    /// The other edition has nothing here.
    Alone,
    /// The first of a pair.
    FirstOfPair,
    /// The second of a pair.
    SecondOfPair,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words that both editions share.
    Text(String),
    /// A term: a name that simply differs.
    Term {
        /// Its name in `docs/terms.toml`.
        key: String,
        /// What readers see.
        values: PerEdition<String>,
    },
    /// Wording that differs here.
    Either(PerEdition<Vec<Inline>>),
    /// Code.
    Code(Wording),
    /// Stress.
    Emphasis(Vec<Inline>),
    /// Labels of the Admin and what must not be overlooked.
    Strong(Vec<Inline>),
    /// What no longer holds.
    Strikethrough(Vec<Inline>),
    /// A link or one of the dialect's roles.
    Link(Link),
    /// A mark that leads to a footnote.
    FootnoteMark(String),
    /// A line break that the author wants.
    Break,
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// What is linked.
    pub content: Vec<Inline>,
    /// Where it stands in its file, in bytes.
    pub span: Range<usize>,
}

impl Block {
    /// Iterates over what links can name in this block, not in the blocks inside it.
    pub fn anchors(&self) -> impl Iterator<Item = &Anchor> {
        let (heading, terms) = match &self.kind {
            BlockKind::Heading(heading) => (Some(&heading.anchor), None),
            BlockKind::Definitions(list) => (None, Some(list)),
            _ => (None, None),
        };
        heading.into_iter().chain(terms.into_iter().flatten().filter_map(|entry| entry.anchor.as_ref()))
    }
}

/// Calls `visit` for every block, containers before what they hold.
pub fn walk_blocks<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::Quote(inner)
            | BlockKind::Alert(_, inner)
            | BlockKind::Footnote(_, inner)
            | BlockKind::Passage(Passage { blocks: inner, .. }) => walk_blocks(inner, visit),
            BlockKind::List(list) => list.items.iter().for_each(|item| walk_blocks(&item.blocks, visit)),
            BlockKind::Definitions(list) => {
                list.iter().flat_map(|entry| &entry.meanings).for_each(|inner| walk_blocks(inner, visit));
            }
            BlockKind::Heading(_)
            | BlockKind::Paragraph(_)
            | BlockKind::Code(_)
            | BlockKind::Table(_)
            | BlockKind::Figure(_)
            | BlockKind::Rule => {}
        }
    }
}

/// Calls `visit` for every inline of one block, not of the blocks inside it, with the editions that see it.
pub fn walk_inlines<'a>(block: &'a Block, visit: &mut impl FnMut(&'a Inline, EditionSet)) {
    let editions = block.editions;
    match &block.kind {
        BlockKind::Heading(heading) => walk_inline_list(&heading.content, editions, visit),
        BlockKind::Paragraph(content) => walk_inline_list(content, editions, visit),
        BlockKind::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            for cell in cells {
                walk_inline_list(cell, editions, visit);
            }
        }
        BlockKind::Definitions(list) => {
            for entry in list {
                walk_inline_list(&entry.term, editions, visit);
            }
        }
        _ => {}
    }
}

fn walk_inline_list<'a>(list: &'a [Inline], editions: EditionSet, visit: &mut impl FnMut(&'a Inline, EditionSet)) {
    for inline in list {
        visit(inline, editions);
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                walk_inline_list(inner, editions, visit);
            }
            Inline::Link(link) => walk_inline_list(&link.content, editions, visit),
            Inline::Either(sides) => {
                for (edition, inner) in sides.iter() {
                    walk_inline_list(inner, editions.intersect(EditionSet::only(edition)), visit);
                }
            }
            Inline::Text(_) | Inline::Term { .. } | Inline::Code(_) | Inline::FootnoteMark(_) | Inline::Break => {}
        }
    }
}
