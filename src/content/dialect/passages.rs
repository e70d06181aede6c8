//! `:::mage-os` … `:::`: passages for one edition.

use std::ops::Range;

use super::blocks::{Piece, block};
use super::{Context, NESTED_PASSAGE, UNBALANCED_TWIN, UNCLOSED_PASSAGE, UNKNOWN_EDITION};
use crate::content::model::{Block, BlockKind, Inline, Passage, PassageRole, walk_blocks};
use crate::diag::{Diagnostic, nearest};
use crate::edition::Edition;

/// A passage whose end has not come yet.
struct OpenPassage {
    edition: Option<Edition>,
    marker: Range<usize>,
    blocks: Vec<Block>,
}

/// Turns the pieces between markers into passages, and neighbours for different editions into pairs.
pub(super) fn fold(pieces: Vec<Piece>, context: &mut Context<'_>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open: Option<OpenPassage> = None;
    for piece in pieces {
        match piece {
            Piece::Block(block) => open.as_mut().map_or(&mut out, |open| &mut open.blocks).push(block),
            Piece::Marker(name, span) if name.is_empty() => match open.take() {
                Some(passage) => close(passage, span.end, &mut out, context),
                None => context.report(
                    Diagnostic::at(
                        &UNCLOSED_PASSAGE,
                        context.file,
                        span,
                        "`:::` closes an edition block that is not open",
                    )
                    .help("open it with `:::mage-os` or `:::open-source`, indented like this marker"),
                ),
            },
            Piece::Marker(name, span) => {
                if let Some(outer) = open.take() {
                    report_unclosed(&outer, context);
                    close(outer, span.start, &mut out, context);
                }
                open = Some(OpenPassage { edition: edition(&name, &span, context), marker: span, blocks: Vec::new() });
            }
        }
    }
    if let Some(passage) = open {
        report_unclosed(&passage, context);
        let end = passage.marker.end;
        close(passage, end, &mut out, context);
    }
    pair(&mut out, context);
    out
}

fn edition(name: &str, span: &Range<usize>, context: &mut Context<'_>) -> Option<Edition> {
    let edition = Edition::parse(name);
    if edition.is_none() {
        let near = nearest(name, Edition::ALL.map(Edition::id));
        let help = match near {
            Some(near) => format!("did you mean `:::{near}`?"),
            None => "the edition blocks are `:::open-source` and `:::mage-os`".to_owned(),
        };
        let found = Diagnostic::at(&UNKNOWN_EDITION, context.file, span.clone(), format!("`{name}` is not an edition"));
        context.report(found.help(help));
    }
    edition
}

fn report_unclosed(passage: &OpenPassage, context: &mut Context<'_>) {
    let found =
        Diagnostic::at(&UNCLOSED_PASSAGE, context.file, passage.marker.clone(), "this edition block is not closed");
    context.report(found.help("close it with `:::` in a paragraph of its own, indented like this marker"));
}

fn close(passage: OpenPassage, end: usize, out: &mut Vec<Block>, context: &mut Context<'_>) {
    let Some(edition) = passage.edition else {
        out.extend(passage.blocks);
        return;
    };
    if passage.blocks.is_empty() {
        context.error(&UNBALANCED_TWIN, passage.marker.clone(), "this edition block is empty");
    }
    walk_blocks(&passage.blocks, &mut |inner| {
        if let BlockKind::Passage(_) = &inner.kind {
            let found = Diagnostic::at(
                &NESTED_PASSAGE,
                context.file,
                first_line(inner, context),
                "an edition block stands inside another one",
            );
            context.diagnostics.push(found.help("close the outer block first"));
        }
    });
    let role = PassageRole::Alone;
    let passage_block = Passage { edition, role, blocks: passage.blocks };
    out.push(block(passage.marker.start..end, BlockKind::Passage(passage_block)));
}

fn first_line(block: &Block, context: &Context<'_>) -> Range<usize> {
    let line = context.file.text[block.span.clone()].lines().next().map_or(0, str::len);
    block.span.start..block.span.start + line
}

/// Marks neighbouring passages as pairs and reports neighbours for the same edition.
fn pair(blocks: &mut [Block], context: &mut Context<'_>) {
    for i in 1..blocks.len() {
        let (before, after) = blocks.split_at_mut(i);
        let (Some(first), Some(second)) = (before.last_mut(), after.first_mut()) else { continue };
        let span = second.span.clone();
        let (BlockKind::Passage(first), BlockKind::Passage(second)) = (&mut first.kind, &mut second.kind) else {
            continue;
        };
        if first.edition == second.edition {
            let line = span.start..span.start + ":::".len() + second.edition.id().len();
            let message = format!("two edition blocks for {} stand side by side", second.edition.name());
            let found = Diagnostic::at(&UNBALANCED_TWIN, context.file, line, message);
            context.report(found.help("make them one block, or one of them the other edition's"));
        } else if first.role == PassageRole::Alone {
            first.role = PassageRole::FirstOfPair;
            second.role = PassageRole::SecondOfPair;
        }
    }
}

/// Reports a paragraph that begins or ends with a marker but has other text: the marker lacks its blank line.
pub(super) fn check_marker_in_text(content: &[Inline], range: &Range<usize>, context: &mut Context<'_>) {
    let source = &context.file.text[range.clone()];
    let has_marker = source.lines().any(|line| line.trim_start().starts_with(":::"));
    if !has_marker || content.is_empty() {
        return;
    }
    let at = range.start + source.find(":::").unwrap_or(0);
    let len = context.file.text[at..].lines().next().map_or(3, |line| line.trim_end().len());
    let found = Diagnostic::at(
        &UNCLOSED_PASSAGE,
        context.file,
        at..at + len,
        "an edition marker stands in a paragraph with other text",
    );
    context.report(found.help("put a blank line before and after the marker"));
}
