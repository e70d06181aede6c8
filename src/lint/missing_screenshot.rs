//! # missing-screenshot
//!
//! A picture is shown to readers of an edition that has none: its name is unknown to `docs/shots.json`, the edition was
//! not captured, or the file is not below `public/shots`.
//!
//! Why: they would see an empty frame.
//!
//! Bad:
//!
//! ```md
//! ![The log of what users did](shot:system/activity-log)
//! ```
//!
//! Good:
//!
//! ```md
//! :::mage-os
//!
//! ![The log of what users did](shot:system/activity-log)
//!
//! :::
//! ```

use crate::content::manual::{Manual, Page};
use crate::content::model::{Block, BlockKind, Figure, Picture, walk_blocks};
use crate::content::screenshots::ShotId;
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, Lint, nearest};

/// The rule.
pub(crate) static MISSING_SCREENSHOT: Lint =
    Lint::error("missing-screenshot", "a picture that an edition does not have");

pub(super) fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            if let BlockKind::Figure(Figure { picture: Picture::Screenshot(id), .. }) = &block.kind {
                check_figure(manual, sources, page, block, id, diagnostics);
            }
        });
    }
}

fn check_figure(
    manual: &Manual,
    sources: &Sources,
    page: &Page,
    block: &Block,
    id: &ShotId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let source = &page.file.text[block.span.clone()];
    let at = source.rfind(id.as_str()).unwrap_or(0) + block.span.start;
    let finding = |message| Diagnostic::at(&MISSING_SCREENSHOT, &page.file, at..at + id.as_str().len(), message);
    let Some(shot) = manual.screenshots.get(id) else {
        let near = nearest(id.as_str(), manual.screenshots.ids().map(ShotId::as_str));
        let help = near.map(|near| format!("a screenshot with a similar name exists: `{near}`"));
        diagnostics.push(finding(format!("no screenshot has the name `{id}`")).maybe_help(help));
        return;
    };
    for edition in block.editions.iter() {
        let name = edition.name();
        if !shot.editions.contains_key(&edition) {
            let help = format!("put it into a `:::{}` block", edition.other().id());
            diagnostics.push(finding(format!("the screenshot `{id}` does not exist for {name}")).help(help));
        } else if !sources.public.contains(&id.file(edition)) {
            let message = format!("the file public/{} is missing", id.file(edition));
            diagnostics.push(finding(message).help("copy the picture there"));
        }
    }
}
