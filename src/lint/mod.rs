//! What is wrong with the text, beyond what the reader of the dialect already refuses?
//!
//! One file a lint; each looks at the whole manual and reports all it finds.

mod dead_anchor;
mod dead_link;
mod duplicate_anchor;
mod missing_alt;
mod missing_screenshot;
mod reserved_anchor;
mod skipped_level;

use crate::content::manual::Manual;
use crate::content::sources::Sources;
use crate::diag::Diagnostic;

/// Runs every lint over the manual.
pub fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    dead_link::check(manual, sources, diagnostics);
    dead_anchor::check(manual, diagnostics);
    duplicate_anchor::check(manual, diagnostics);
    reserved_anchor::check(manual, diagnostics);
    skipped_level::check(manual, diagnostics);
    missing_alt::check(manual, diagnostics);
    missing_screenshot::check(manual, sources, diagnostics);
}
