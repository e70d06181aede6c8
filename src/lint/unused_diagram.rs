//! # unused-diagram
//!
//! A file below `docs/diagrams` is shown by no page.
//!
//! Why: nobody would notice when its facts grow old.
//!
//! Bad:
//!
//! ```text
//! docs/diagrams/order-life.svg, and no page with it
//! ```
//!
//! Good:
//!
//! ```md
//! ![The way of an order](diagram:order-life)
//! ```

use std::collections::BTreeSet;

use crate::content::diagrams::DiagramId;
use crate::content::manual::Manual;
use crate::content::model::{BlockKind, Figure, Picture, walk_blocks};
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static UNUSED_DIAGRAM: Lint = Lint::error("unused-diagram", "a diagram that no page shows");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let mut shown: BTreeSet<&DiagramId> = BTreeSet::new();
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            if let BlockKind::Figure(Figure { picture: Picture::Diagram(id), .. }) = &block.kind {
                shown.insert(id);
            }
        });
    }
    for id in manual.diagrams.ids().filter(|id| !shown.contains(id)) {
        if let Some(file) = manual.diagrams.file(id) {
            let found = Diagnostic::at(&UNUSED_DIAGRAM, file, 0..0, "no page shows this diagram");
            diagnostics.push(found.help(format!("show it with `![alt](diagram:{id})`, or take the file away")));
        }
    }
}
