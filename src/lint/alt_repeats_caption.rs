//! # alt-repeats-caption
//!
//! The alternative text of a picture has no word that its caption does not have.
//!
//! Why: who hears the page gets the same words twice, and does not learn what the picture shows.
//!
//! Bad:
//!
//! ```md
//! ![The orders grid](shot:sales/orders-grid "The orders grid")
//! ```
//!
//! Good:
//!
//! ```md
//! ![The orders grid filtered to pending orders of May](shot:sales/orders-grid "The orders grid")
//! ```

use std::collections::BTreeSet;

use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Figure};
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static ALT_REPEATS_CAPTION: Lint =
    Lint::warning("alt-repeats-caption", "alternative text that says what the caption says");

pub(super) fn check(page: &Page, block: &Block, diagnostics: &mut Vec<Diagnostic>) {
    let BlockKind::Figure(Figure { alt, caption: Some(caption), .. }) = &block.kind else { return };
    let repeats = |edition| {
        let (alt, caption) = (alt.text(edition).to_lowercase(), caption.text(edition).to_lowercase());
        let (alt, caption): (BTreeSet<_>, BTreeSet<_>) = (words(&alt).collect(), words(&caption).collect());
        !alt.is_empty() && alt.is_subset(&caption)
    };
    if !block.editions.iter().any(repeats) {
        return;
    }
    let source = page.file.text.get(block.span.clone()).unwrap_or_default();
    let end = source.find("](").unwrap_or(source.len());
    let range = block.span.start + 2..block.span.start + end.max(2);
    let found = Diagnostic::at(&ALT_REPEATS_CAPTION, &page.file, range, "this text says no more than the caption");
    diagnostics
        .push(found.help("say what the picture shows that matters here: which rows, which values, what is open"));
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !["", "a", "an", "the", "screenshot", "of"].contains(word))
}
