//! The dialect: `CommonMark` with terms, wording and passages for one edition, screenshots and roles.
//!
//! One file a construct: `braces` reads `{{…}}`, `inlines` running text, `blocks` what it stands in,
//! `passages` the `:::` markers.

mod blocks;
mod braces;
mod events;
mod inlines;
mod passages;
mod tables;

use std::ops::Range;
use std::sync::Arc;

pub(crate) use blocks::assign_editions;
pub use braces::parse_wording;

use super::model::Block;
use super::terms::Terms;
use crate::diag::{Checked, Diagnostic, Lint, SourceFile};
use crate::edition::EditionSet;
pub(crate) use crate::lint::bad_heading::BAD_HEADING;
pub(crate) use crate::lint::dead_link::DEAD_LINK;
pub(crate) use crate::lint::nested_link::NESTED_LINK;
pub(crate) use crate::lint::nested_passage::NESTED_PASSAGE;
pub(crate) use crate::lint::nested_too_deep::NESTED_TOO_DEEP;
pub(crate) use crate::lint::page_too_large::PAGE_TOO_LARGE;
pub(crate) use crate::lint::picture_outside::PICTURE_OUTSIDE;
pub(crate) use crate::lint::raw_html::RAW_HTML;
pub(crate) use crate::lint::stray_picture::STRAY_PICTURE;
pub(crate) use crate::lint::unbalanced_twin::UNBALANCED_TWIN;
pub(crate) use crate::lint::unclosed_passage::UNCLOSED_PASSAGE;
pub(crate) use crate::lint::unclosed_wording::UNCLOSED_WORDING;
pub(crate) use crate::lint::unknown_edition::UNKNOWN_EDITION;
pub(crate) use crate::lint::unknown_term::UNKNOWN_TERM;

/// Pages beyond this size are refused: 256 KiB are some 40,000 words, fifty times a long page. Smaller would hit
/// generated reference text; larger would let one pasted log file into every reader's download.
const PAGE_BYTES_MAX: usize = 256 * 1024;

/// The depth at which lists and quotations stop: deeper ones have no room on a phone. Below four, honest nested
/// steps would fail; without a limit, a hostile file would exhaust the stack.
const DEPTH_MAX: usize = 8;

/// What the parser needs to know and collects on its way.
struct Context<'a> {
    file: &'a Arc<SourceFile>,
    terms: &'a Terms,
    diagnostics: Vec<Diagnostic>,
}

impl Context<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn error(&mut self, lint: &'static Lint, range: Range<usize>, message: impl Into<String>) {
        self.report(Diagnostic::at(lint, self.file, range, message));
    }
}

/// Parses the Markdown of a page: the bytes `body` of `file`.
///
/// `editions` are those of the whole page; each block gets the ones that see it.
#[must_use]
pub fn parse(file: &Arc<SourceFile>, body: Range<usize>, editions: EditionSet, terms: &Terms) -> Checked<Vec<Block>> {
    let mut context = Context { file, terms, diagnostics: Vec::new() };
    if file.text.len() > PAGE_BYTES_MAX {
        let size = file.text.len() / 1024;
        context.error(&PAGE_TOO_LARGE, body.start..body.start, format!("this page has {size} KiB, 256 are the limit"));
        return Checked { value: Vec::new(), diagnostics: context.diagnostics };
    }
    let masked = events::mask_markers(&file.text[body.clone()]);
    let mut events = events::Events::new(&masked, body.start);
    let mut blocks = blocks::parse_document(&mut events, &mut context);
    blocks::assign_editions(&mut blocks, editions);
    Checked { value: blocks, diagnostics: context.diagnostics }
}

#[cfg(test)]
mod tests;
