//! # unknown-glossary-entry
//!
//! A word is linked to the glossary, which does not have it.
//!
//! Why: readers would get no explanation.
//!
//! Bad:
//!
//! ```md
//! Type the [SKU](term:skuu).
//! ```
//!
//! Good:
//!
//! ```md
//! Type the [SKU](term:sku).
//! ```

use crate::content::link::LinkTarget;
use crate::content::manual::Manual;
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::diag::{Diagnostic, Lint, nearest};

/// The rule.
pub(crate) static UNKNOWN_GLOSSARY_ENTRY: Lint =
    Lint::error("unknown-glossary-entry", "a word that the glossary does not explain");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::GlossaryEntry(id) = &link.target else { return };
                if manual.glossary.get(id).is_some() {
                    return;
                }
                let source = page.file.text.get(link.span.clone()).unwrap_or_default();
                let start = link.span.start + source.rfind(&**id).unwrap_or(0);
                let near = nearest(id, manual.glossary.iter().map(|(id, _)| id));
                let help = near.map_or_else(
                    || format!("write it: `[{id}]` with `term` and `text` in docs/glossary.toml"),
                    |near| format!("an entry with a similar name exists: `{near}`"),
                );
                let message = format!("the glossary has no entry `{id}`");
                let found = Diagnostic::at(&UNKNOWN_GLOSSARY_ENTRY, &page.file, start..start + id.len(), message);
                diagnostics.push(found.label("named here").help(help));
            });
        });
    }
}
