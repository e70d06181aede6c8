//! Running text as one edition reads it: terms, wordings and roles of the dialect resolved to what Markdown knows.

use crate::content::link::LinkTarget;
use crate::content::model::{Inline, Link};
use crate::content::text;

use super::Reader;

/// A piece of running text that Markdown can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// Marked words.
    Marked(Mark, Vec<Piece>),
    /// A link.
    Link(String, Vec<Piece>),
    /// A mark that leads to a footnote.
    FootnoteMark(String),
    /// A line break that the author wants.
    Break,
}

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Stress.
    Emphasis,
    /// What must not be overlooked.
    Strong,
    /// What no longer holds.
    Strikethrough,
}

/// Returns what the reader's edition says, neighbours of one kind joined: two codes in a row would run together.
pub(super) fn resolve(content: &[Inline], reader: &Reader<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for inline in content {
        push_inline(&mut pieces, inline, reader);
    }
    pieces
}

fn push_inline(pieces: &mut Vec<Piece>, inline: &Inline, reader: &Reader<'_>) {
    let edition = reader.edition;
    match inline {
        Inline::Text(text) => push(pieces, Piece::Text(text.replace('\n', " "))),
        Inline::Term { values, .. } => push(pieces, Piece::Text(values.get(edition).clone())),
        Inline::Either(sides) => sides.get(edition).iter().for_each(|inner| push_inline(pieces, inner, reader)),
        Inline::Code(wording) => push(pieces, Piece::Code(wording.text(edition))),
        Inline::Emphasis(inner) => push_marked(pieces, Mark::Emphasis, resolve(inner, reader)),
        Inline::Strong(inner) => push_marked(pieces, Mark::Strong, resolve(inner, reader)),
        Inline::Strikethrough(inner) => push_marked(pieces, Mark::Strikethrough, resolve(inner, reader)),
        Inline::Link(link) => push_link(pieces, link, reader),
        Inline::FootnoteMark(label) => {
            if let Some(label) = reader.footnote(label) {
                push(pieces, Piece::FootnoteMark(label));
            }
        }
        Inline::Break => push(pieces, Piece::Break),
    }
}

/// Adds marked words; the same mark inside itself says nothing more.
pub(super) fn push_marked(pieces: &mut Vec<Piece>, mark: Mark, inner: Vec<Piece>) {
    let mut flat = Vec::new();
    for piece in inner {
        match piece {
            Piece::Marked(same, deeper) if same == mark => push_all(&mut flat, deeper),
            other => push(&mut flat, other),
        }
    }
    push(pieces, Piece::Marked(mark, flat));
}

fn push_link(pieces: &mut Vec<Piece>, link: &Link, reader: &Reader<'_>) {
    let inner = || resolve(&link.content, reader);
    match &link.target {
        LinkTarget::Page(route, anchor) => {
            let fragment = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
            push(pieces, Piece::Link(format!("{}{fragment}", reader.address(route)), inner()));
        }
        LinkTarget::Heading(anchor) => {
            push(pieces, Piece::Link(format!("{}#{anchor}", reader.address(reader.route)), inner()));
        }
        LinkTarget::Outside(addresses) => push(pieces, Piece::Link(addresses.get(reader.edition).clone(), inner())),
        LinkTarget::AdminPath => {
            let path = text::plain(&link.content, reader.edition);
            push_marked(pieces, Mark::Strong, vec![Piece::Text(path)]);
        }
        LinkTarget::Setting(path) => {
            push_all(pieces, inner());
            push(pieces, Piece::Text(" (".to_owned()));
            push(pieces, Piece::Code(path.clone()));
            push(pieces, Piece::Text(")".to_owned()));
        }
        LinkTarget::Command(_) => {
            push(pieces, Piece::Code(format!("bin/magento {}", text::plain(&link.content, reader.edition))));
        }
        LinkTarget::GlossaryEntry(_) => push_all(pieces, inner()),
    }
}

fn push_all(pieces: &mut Vec<Piece>, more: Vec<Piece>) {
    for piece in more {
        push(pieces, piece);
    }
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Text(text) | Piece::Code(text)) if text.is_empty() => {}
        (Some(Piece::Text(before)), Piece::Text(text)) | (Some(Piece::Code(before)), Piece::Code(text)) => {
            before.push_str(&text);
        }
        (Some(Piece::Marked(mark, before)), Piece::Marked(same, inner)) if *mark == same => {
            push_all(before, inner);
        }
        (_, piece) => pieces.push(piece),
    }
}
