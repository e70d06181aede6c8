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

/// `{{name}}` with a name that `docs/terms.toml` does not have.
pub static UNKNOWN_TERM: Lint = Lint::error("unknown-term", "a term that docs/terms.toml does not have");
/// `{{…: …}}` or `:::…` with something that is no edition.
pub static UNKNOWN_EDITION: Lint = Lint::error("unknown-edition", "a passage or wording for an edition that is none");
/// `{{` without `}}`.
pub static UNCLOSED_WORDING: Lint = Lint::error("unclosed-wording", "`{{` without `}}` in the same piece of text");
/// `:::mage-os` without `:::`, or the reverse.
pub static UNCLOSED_PASSAGE: Lint = Lint::error("unclosed-passage", "an edition block that is not closed or not open");
/// An edition block inside another one.
pub static NESTED_PASSAGE: Lint = Lint::error("nested-passage", "an edition block inside an edition block");
/// Two neighbours for the same edition, or a block with nothing in it.
pub static UNBALANCED_TWIN: Lint =
    Lint::error("unbalanced-twin", "an edition block that is empty or stands beside one of the same edition");
/// `<b>`, `<script>` and the like.
pub static RAW_HTML: Lint = Lint::error("raw-html", "HTML in the text");
/// A picture in a line of text, or one that is neither screenshot nor diagram.
pub static STRAY_PICTURE: Lint =
    Lint::error("stray-picture", "a picture that is no screenshot or diagram in its own paragraph");
/// A picture path with `..`.
pub static PICTURE_OUTSIDE: Lint = Lint::error("picture-outside", "a picture path that leaves public/");
/// A link that leads nowhere: not a route, or a route without a page.
pub static DEAD_LINK: Lint = Lint::error("dead-link", "a link to a page that does not exist");
/// An address inside the text of a link.
pub static NESTED_LINK: Lint = Lint::error("nested-link", "a link inside a link");
/// A heading of level 1, or one without a letter.
pub static BAD_HEADING: Lint = Lint::error("bad-heading", "a heading of level 1 or without words");
/// A page that is larger than any page should be.
pub static PAGE_TOO_LARGE: Lint = Lint::error("page-too-large", "a page of more than 256 KiB");
/// Lists in lists in lists.
pub static NESTED_TOO_DEEP: Lint = Lint::error("nested-too-deep", "lists or quotations more than eight deep");

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
