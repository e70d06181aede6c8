//! # missing-diagram
//!
//! A page shows a diagram that has no file below `docs/diagrams`.
//!
//! Why: the place would stay empty.
//!
//! Bad:
//!
//! ```md
//! ![The way of an order](diagram:order-live)
//! ```
//!
//! Good:
//!
//! ```md
//! ![The way of an order](diagram:order-life)
//! ```

use crate::content::diagrams::DiagramId;
use crate::content::manual::Manual;
use crate::content::model::{BlockKind, Figure, Picture, walk_blocks};
use crate::diag::{Diagnostic, Lint, nearest};

/// The rule.
pub(crate) static MISSING_DIAGRAM: Lint = Lint::error("missing-diagram", "a diagram without a file");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            let BlockKind::Figure(Figure { picture: Picture::Diagram(id), .. }) = &block.kind else { return };
            if manual.diagrams.file(id).is_some() {
                return;
            }
            let at = block.span.start + page.file.text[block.span.clone()].rfind(id.as_str()).unwrap_or(0);
            let near = nearest(id.as_str(), manual.diagrams.ids().map(DiagramId::as_str));
            let help = near.map(|near| format!("a diagram with a similar name exists: `{near}`"));
            let message = format!("the file docs/diagrams/{id}.svg is missing");
            let found = Diagnostic::at(&MISSING_DIAGRAM, &page.file, at..at + id.as_str().len(), message);
            diagnostics.push(found.maybe_help(help));
        });
    }
}
