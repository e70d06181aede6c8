//! # reserved-anchor
//!
//! The anchor of a heading or of a glossary entry is an id that the frame around the text uses.
//!
//! Why: links would jump to the frame, and scripts and labels would find the heading instead of their control.
//!
//! Bad:
//!
//! ```md
//! ## Main
//! ```
//!
//! Good:
//!
//! ```md
//! ## Main fields
//! ```

use crate::content::manual::Manual;
use crate::content::model::{BlockKind, walk_blocks};
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static RESERVED_ANCHOR: Lint =
    Lint::error("reserved-anchor", "a heading or a glossary entry with an anchor that the frame of the page uses");

/// The ids outside of the text; tests/hostile.rs finds one that is missing here.
const IDS: [&str; 22] = [
    "announcer",
    "bootstrap",
    "compare-editions",
    "edition-mage-os",
    "edition-mage-os-name",
    "edition-open-source",
    "edition-open-source-name",
    "edition-question-title",
    "guides",
    "main",
    "promise",
    "shortcuts",
    "shortcuts-title",
    "site-nav",
    "theme-dark",
    "theme-light",
    "theme-system",
    "zoom",
    "zoom-both",
    "zoom-compare",
    "zoom-fit",
    "zoom-stage",
];
/// What the ids of cards, footnotes, tasks and the dialogs begin with.
const BEGINNINGS: [&str; 6] = ["card-", "fn-", "fnref-", "search-dialog", "shop-dialog", "task-"];

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let message = |anchor: &str| format!("the frame of every page uses the anchor `#{anchor}`");
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            let BlockKind::Heading(heading) = &block.kind else { return };
            let anchor = heading.anchor.as_str();
            if is_reserved(anchor) {
                let end = block.span.start + page.file.text[block.span.clone()].trim_end().len();
                let found = Diagnostic::at(&RESERVED_ANCHOR, &page.file, block.span.start..end, message(anchor));
                diagnostics.push(found.help("give the heading more words, or an id of its own: `{#…}`"));
            }
        });
    }
    let Some(file) = manual.glossary.file() else { return };
    // The glossary's own headings are `#letter-a` and so on.
    for (id, entry) in manual.glossary.iter().filter(|(id, _)| is_reserved(id) || id.starts_with("letter-")) {
        let found = Diagnostic::at(&RESERVED_ANCHOR, file, entry.span.clone(), message(id));
        diagnostics.push(found.help("give the entry another id"));
    }
}

fn is_reserved(anchor: &str) -> bool {
    IDS.contains(&anchor) || BEGINNINGS.iter().any(|beginning| anchor.starts_with(beginning))
}
