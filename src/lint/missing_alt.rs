//! # missing-alt
//!
//! A picture has no text between its brackets, in one edition at least.
//!
//! Why: readers who do not see it would not learn what it shows.
//!
//! Bad:
//!
//! ```md
//! ![](shot:sales/orders-grid)
//! ```
//!
//! Good:
//!
//! ```md
//! ![The orders grid filtered to pending orders](shot:sales/orders-grid)
//! ```

use crate::content::manual::Manual;
use crate::content::model::{BlockKind, walk_blocks};
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static MISSING_ALT: Lint = Lint::error("missing-alt", "a picture without alternative text");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            let BlockKind::Figure(figure) = &block.kind else { return };
            if figure.alt.is_blank() {
                let found = Diagnostic::at(
                    &MISSING_ALT,
                    &page.file,
                    block.span.clone(),
                    "this picture has no alternative text",
                );
                diagnostics.push(found.help("say between the brackets what the picture shows that matters"));
            }
        });
    }
}
