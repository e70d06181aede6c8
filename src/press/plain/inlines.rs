//! Running text as Markdown.

use std::fmt::Write as _;

use super::Reader;
use super::escape::{self, Place};
use super::resolve::{Mark, Piece, resolve};
use crate::content::model::Inline;

/// Returns running text in one line, but for the breaks that its author wants.
pub(super) fn inlines(content: &[Inline], place: Place, reader: &Reader<'_>) -> String {
    pieces(&resolve(content, reader), place)
}

/// Returns resolved text as a block's content.
pub(super) fn pieces(list: &[Piece], place: Place) -> String {
    let mut out = String::new();
    push_all(&mut out, list, place, None);
    out.trim_end().to_owned()
}

/// Adds pieces; `after` is the character that follows them all.
fn push_all(out: &mut String, list: &[Piece], place: Place, after: Option<char>) {
    for (i, piece) in list.iter().enumerate() {
        let next = list.get(i + 1).map_or(after, first_char);
        push(out, piece, place, next);
    }
}

fn push(out: &mut String, piece: &Piece, place: Place, next: Option<char>) {
    match piece {
        Piece::Text(text) => escape::push_text(out, text, place),
        Piece::Code(text) => out.push_str(&escape::code(text, place)),
        Piece::Marked(mark, inner) => push_marked(out, *mark, inner, place, next),
        Piece::Link(address, inner) => {
            out.push('[');
            push_all(out, inner, place, Some(']'));
            out.push_str("](");
            out.push_str(&escape::address(address));
            out.push(')');
        }
        Piece::FootnoteMark(label) => drop(write!(out, "[^{label}]")),
        Piece::Break if place == Place::Paragraph && !out.is_empty() => out.push_str("\\\n"),
        Piece::Break => out.push(' '),
    }
}

/// Adds marked words; without the marks where Markdown would not see them: it wants a space or a sign beside a mark whose
/// words begin or end with a sign.
fn push_marked(out: &mut String, mark: Mark, inner: &[Piece], place: Place, next: Option<char>) {
    // Words in the middle of a line: what opens a line is no sign behind a mark.
    let mut words = String::from("x");
    push_all(&mut words, inner, place, Some('*'));
    let words = &words[1..];
    let core = words.trim();
    if core.is_empty() || core.ends_with('\\') && !core.ends_with("\\\\") {
        return push_all(out, inner, place, next);
    }
    let lead = &words[..words.len() - words.trim_start().len()];
    let trail = &words[words.trim_end().len()..];
    let before = lead.chars().last().or_else(|| out.chars().last());
    let after = trail.chars().next().or(next);
    let sign = sign(mark, core, before);
    let fits = |beside: Option<char>, edge: Option<char>| {
        let is_open = beside.is_none_or(|c| !c.is_alphanumeric());
        is_open || (edge.is_some_and(char::is_alphanumeric) && !sign.starts_with('_'))
    };
    if !fits(before, core.chars().next()) || !fits(after, core.chars().last()) || before == sign.chars().next() {
        return push_all(out, inner, place, next);
    }
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(lead);
    }
    let _ = write!(out, "{sign}{core}{sign}{trail}");
}

/// Returns the sign of a mark; underscores where asterisks would touch others.
fn sign(mark: Mark, words: &str, before: Option<char>) -> &'static str {
    let touches = words.starts_with('*') || words.ends_with('*') || before == Some('*');
    match (mark, touches) {
        (Mark::Strikethrough, _) => "~~",
        (Mark::Emphasis, false) => "*",
        (Mark::Emphasis, true) => "_",
        (Mark::Strong, false) => "**",
        (Mark::Strong, true) => "__",
    }
}

/// Returns the sign or letter with which a piece begins in Markdown; a letter where that is not sure.
fn first_char(piece: &Piece) -> Option<char> {
    match piece {
        Piece::Text(text) => text.chars().next(),
        Piece::Code(_) => Some('`'),
        Piece::Marked(_, inner) => inner.first().and_then(first_char),
        Piece::Link(..) | Piece::FootnoteMark(_) => Some('['),
        Piece::Break => Some(' '),
    }
}
