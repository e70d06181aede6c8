//! What is wrong with the text, beyond what the reader of the dialect already refuses?
//!
//! One file a lint; each looks at the whole manual and reports all it finds.

mod dead_anchor;
mod dead_link;
mod duplicate_anchor;
mod missing_alt;
mod missing_diagram;
mod missing_screenshot;
mod reserved_anchor;
mod skipped_level;
mod taken_old_route;
mod unknown_command;
mod unknown_glossary_entry;
mod unknown_menu_path;
mod unknown_setting;
mod unused_diagram;
mod wrong_setting_label;

use crate::content::manual::Manual;
use crate::content::sources::Sources;
use crate::diag::Diagnostic;

/// Runs every lint over the manual.
pub fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    dead_link::check(manual, sources, diagnostics);
    taken_old_route::check(manual, diagnostics);
    dead_anchor::check(manual, diagnostics);
    duplicate_anchor::check(manual, diagnostics);
    reserved_anchor::check(manual, diagnostics);
    skipped_level::check(manual, diagnostics);
    missing_alt::check(manual, diagnostics);
    missing_screenshot::check(manual, sources, diagnostics);
    missing_diagram::check(manual, diagnostics);
    unused_diagram::check(manual, diagnostics);
    check_names(manual, diagnostics);
    unknown_glossary_entry::check(manual, diagnostics);
}

/// Holds every name of the product that the manual uses against the facts.
pub(crate) fn check_names(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    unknown_menu_path::check(manual, diagnostics);
    unknown_setting::check(manual, diagnostics);
    wrong_setting_label::check(manual, diagnostics);
    unknown_command::check(manual, diagnostics);
}
