//! # undefined-shot
//!
//! A picture of `docs/shots.json` has no definition in `docs/shots.toml`, or none for its edition. A manual without
//! `docs/shots.toml` is not asked for one.
//!
//! Why: when a screen changes, nobody could take the picture again.
//!
//! Bad:
//!
//! ```json
//! [{ "id": "sales/orders-grid", "title": "No definition has this id", "editions": {} }]
//! ```
//!
//! Good:
//!
//! ```toml
//! [shots."sales/orders-grid"]
//! path = "/sales/order/"
//! ```

use std::ops::Range;

use crate::content::manual::Manual;
use crate::content::screenshots::ShotId;
use crate::content::shot_definitions::ShotDefinitions;
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, Lint, SourceFile, nearest};

/// The rule.
pub(crate) static UNDEFINED_SHOT: Lint = Lint::error("undefined-shot", "a screenshot that cannot be taken again");

pub(super) fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    let definitions = ShotDefinitions::load(sources);
    diagnostics.extend(definitions.diagnostics);
    let (Some(definitions), Some(file)) = (definitions.value, sources.get("shots.json")) else { return };
    let shots = manual.screenshots.ids().filter_map(|id| manual.screenshots.get(id));
    for shot in shots {
        let finding = |message| Diagnostic::at(&UNDEFINED_SHOT, file, place(file, &shot.id), message);
        let Some(definition) = definitions.get(&shot.id) else {
            let near = nearest(shot.id.as_str(), definitions.shots.keys().map(ShotId::as_str));
            let help = near.map(|near| format!("a similar name is defined: `{near}`"));
            diagnostics.push(finding(format!("docs/shots.toml does not define `{}`", shot.id)).maybe_help(help));
            continue;
        };
        for edition in shot.available().iter().filter(|edition| !definition.editions.contains(*edition)) {
            diagnostics.push(finding(format!("docs/shots.toml does not define `{}` for {}", shot.id, edition.name())));
        }
    }
}

/// Returns where the metadata names a screenshot.
fn place(file: &SourceFile, id: &ShotId) -> Range<usize> {
    let quoted = format!("\"{id}\"");
    file.text.find(&quoted).map_or(0..0, |at| at..at + quoted.len())
}
