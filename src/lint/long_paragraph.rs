//! # long-paragraph
//!
//! A paragraph has more than 75 words.
//!
//! Why: nobody reads a gray block on a phone: it fills the screen, and the eye finds no place to rest.
//!
//! Bad:
//!
//! ```md
//! Everything about refunds in one paragraph of 120 words.
//! ```
//!
//! Good:
//!
//! ```md
//! You refund an order with a credit memo.
//!
//! Start from the invoice if the payment service is to send the money back.
//! ```

use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Inline};
use crate::content::text;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static LONG_PARAGRAPH: Lint = Lint::warning("long-paragraph", "a paragraph of more than 75 words");

/// The most words of a paragraph. 75 fill a phone in portrait; with 60, honest introductions would be torn apart, and with
/// 100, there would be paragraphs that no screen shows whole.
const WORDS_MAX: usize = 75;

pub(super) fn check(page: &Page, block: &Block, diagnostics: &mut Vec<Diagnostic>) {
    let BlockKind::Paragraph(content) = &block.kind else { return };
    let Some(words) = words(block, content).filter(|words| *words > WORDS_MAX) else { return };
    let source = page.file.text.get(block.span.clone()).unwrap_or_default();
    let first = source.split_whitespace().next().map_or(0, str::len);
    let message = format!("this paragraph has {words} words, {WORDS_MAX} are the limit");
    let range = block.span.start..block.span.start + first;
    let found = Diagnostic::at(&LONG_PARAGRAPH, &page.file, range, message).label("it begins here");
    diagnostics.push(found.help("begin another one where the thought changes, or make a list or a table of it"));
}

/// Counts the words in the edition that has more of them.
fn words(block: &Block, content: &[Inline]) -> Option<usize> {
    block.editions.iter().map(|edition| text::plain(content, edition).split_whitespace().count()).max()
}
