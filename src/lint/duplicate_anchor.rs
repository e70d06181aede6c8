//! # duplicate-anchor
//!
//! Two headings of a page have the same anchor, also when each stands in the passage of another edition.
//!
//! Why: links would reach the first one only, and a hidden one swallows them.
//!
//! Bad:
//!
//! ```md
//! ## Install
//!
//! ## Install
//! ```
//!
//! Good:
//!
//! ```md
//! ## Install
//!
//! ## Install the sample data
//! ```

use std::collections::BTreeMap;

use crate::content::manual::Manual;
use crate::content::model::{BlockKind, walk_blocks};
use crate::diag::{Diagnostic, Lint};
use crate::route::Anchor;

/// The rule.
pub(crate) static DUPLICATE_ANCHOR: Lint =
    Lint::error("duplicate-anchor", "two headings of a page with the same anchor");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        let mut first_starts: BTreeMap<&Anchor, usize> = BTreeMap::new();
        walk_blocks(&page.blocks, &mut |block| {
            let BlockKind::Heading(heading) = &block.kind else { return };
            if let Some(start) = first_starts.insert(&heading.anchor, block.span.start) {
                let (first, _) = page.file.position(start);
                first_starts.insert(&heading.anchor, start);
                let end = block.span.start + page.file.text[block.span.clone()].trim_end().len();
                let message =
                    format!("the anchor `#{}` already belongs to the heading in line {first}", heading.anchor);
                let found = Diagnostic::at(&DUPLICATE_ANCHOR, &page.file, block.span.start..end, message);
                diagnostics
                    .push(found.help(format!("give this one its own: `{{#{}-2}}` or better words", heading.anchor)));
            }
        });
    }
}
