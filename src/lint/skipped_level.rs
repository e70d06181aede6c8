//! # skipped-level
//!
//! A heading is more than one level below the heading before it, in one edition at least.
//!
//! Why: who moves from heading to heading with a screen reader believes that something is missing.
//!
//! Bad:
//!
//! ```md
//! ## Refund offline
//!
//! #### Pay the customer
//! ```
//!
//! Good:
//!
//! ```md
//! ## Refund offline
//!
//! ### Pay the customer
//! ```

use crate::content::manual::Manual;
use crate::content::model::{BlockKind, walk_blocks};
use crate::diag::{Diagnostic, Lint};
use crate::edition::{Edition, EditionSet, PerEdition};

/// The rule.
pub(crate) static SKIPPED_LEVEL: Lint =
    Lint::error("skipped-level", "a heading more than one level below the one before it");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        let mut before = PerEdition::from_fn(|_| 1);
        walk_blocks(&page.blocks, &mut |block| {
            let BlockKind::Heading(heading) = &block.kind else { return };
            let skips = |edition: &Edition| heading.level > before.get(*edition) + 1;
            let skipped: EditionSet = block.editions.iter().filter(skips).collect();
            if let Some(edition) = skipped.iter().next() {
                let everywhere = skipped == page.front.editions;
                let readers = if everywhere { String::new() } else { format!(" for readers of {}", edition.name()) };
                let above = *before.get(edition);
                let message = format!("this heading has level {}, the one before it {above}{readers}", heading.level);
                let end = block.span.start + page.file.text[block.span.clone()].trim_end().len();
                let found = Diagnostic::at(&SKIPPED_LEVEL, &page.file, block.span.start..end, message);
                diagnostics.push(found.help(format!("begin it with `{}`", "#".repeat(usize::from(above) + 1))));
            }
            for edition in block.editions.iter() {
                *before.get_mut(edition) = heading.level;
            }
        });
    }
}
