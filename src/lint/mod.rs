//! What is wrong with the text?
//!
//! One file a lint, whose first comment is its page in docs/community/lints.md. Most look at the whole manual and report
//! all they find; those without `check` are found where a file is read.

pub(crate) mod bad_diagram;
pub(crate) mod bad_facts;
pub(crate) mod bad_file_name;
pub(crate) mod bad_front_matter;
pub(crate) mod bad_glossary;
pub(crate) mod bad_guide;
pub(crate) mod bad_heading;
pub(crate) mod bad_shots;
pub(crate) mod bad_synonyms;
pub(crate) mod bad_terms;
pub(crate) mod dead_anchor;
pub(crate) mod dead_link;
pub(crate) mod duplicate_anchor;
pub(crate) mod duplicate_route;
pub(crate) mod empty_guide;
pub(crate) mod missing_alt;
pub(crate) mod missing_diagram;
pub(crate) mod missing_screenshot;
pub(crate) mod nested_link;
pub(crate) mod nested_passage;
pub(crate) mod nested_too_deep;
pub(crate) mod not_utf8;
pub(crate) mod outdated_check;
pub(crate) mod page_too_large;
pub(crate) mod picture_outside;
pub(crate) mod raw_html;
pub(crate) mod reserved_anchor;
pub(crate) mod skipped_level;
pub(crate) mod stray_picture;
pub(crate) mod unbalanced_twin;
pub(crate) mod unclosed_passage;
pub(crate) mod unclosed_wording;
pub(crate) mod unknown_command;
pub(crate) mod unknown_edition;
pub(crate) mod unknown_glossary_entry;
pub(crate) mod unknown_menu_path;
pub(crate) mod unknown_setting;
pub(crate) mod unknown_term;
pub(crate) mod unlisted_page;
pub(crate) mod unsafe_link;
pub(crate) mod unused_diagram;
pub(crate) mod wrong_setting_label;

use crate::content::manual::Manual;
use crate::content::sources::Sources;
use crate::diag::{self, Diagnostic, Explanation, Lint};

/// A lint with the file that explains it.
#[derive(Debug)]
pub struct Rule {
    /// The lint.
    pub lint: &'static Lint,
    source: &'static str,
}

impl Rule {
    /// Reads the lint's page from the comment at the top of its file.
    ///
    /// # Errors
    ///
    /// Returns the part that is missing, which a test of `press::lint_reference` makes impossible.
    pub fn explanation(&self) -> Result<Explanation, &'static str> {
        Explanation::parse(self.source, self.lint.name)
    }
}

/// Names a lint's module and constant.
macro_rules! rule {
    ($module:ident, $lint:ident) => {
        Rule { lint: &$module::$lint, source: include_str!(concat!(stringify!($module), ".rs")) }
    };
}

/// All lints in alphabetical order.
pub static ALL: [Rule; 42] = [
    rule!(bad_diagram, BAD_DIAGRAM),
    rule!(bad_facts, BAD_FACTS),
    rule!(bad_file_name, BAD_FILE_NAME),
    rule!(bad_front_matter, BAD_FRONT_MATTER),
    rule!(bad_glossary, BAD_GLOSSARY),
    rule!(bad_guide, BAD_GUIDE),
    rule!(bad_heading, BAD_HEADING),
    rule!(bad_shots, BAD_SHOTS),
    rule!(bad_synonyms, BAD_SYNONYMS),
    rule!(bad_terms, BAD_TERMS),
    rule!(dead_anchor, DEAD_ANCHOR),
    rule!(dead_link, DEAD_LINK),
    rule!(duplicate_anchor, DUPLICATE_ANCHOR),
    rule!(duplicate_route, DUPLICATE_ROUTE),
    rule!(empty_guide, EMPTY_GUIDE),
    rule!(missing_alt, MISSING_ALT),
    rule!(missing_diagram, MISSING_DIAGRAM),
    rule!(missing_screenshot, MISSING_SCREENSHOT),
    rule!(nested_link, NESTED_LINK),
    rule!(nested_passage, NESTED_PASSAGE),
    rule!(nested_too_deep, NESTED_TOO_DEEP),
    rule!(not_utf8, NOT_UTF8),
    rule!(outdated_check, OUTDATED_CHECK),
    rule!(page_too_large, PAGE_TOO_LARGE),
    rule!(picture_outside, PICTURE_OUTSIDE),
    rule!(raw_html, RAW_HTML),
    rule!(reserved_anchor, RESERVED_ANCHOR),
    rule!(skipped_level, SKIPPED_LEVEL),
    rule!(stray_picture, STRAY_PICTURE),
    rule!(unbalanced_twin, UNBALANCED_TWIN),
    rule!(unclosed_passage, UNCLOSED_PASSAGE),
    rule!(unclosed_wording, UNCLOSED_WORDING),
    rule!(unknown_command, UNKNOWN_COMMAND),
    rule!(unknown_edition, UNKNOWN_EDITION),
    rule!(unknown_glossary_entry, UNKNOWN_GLOSSARY_ENTRY),
    rule!(unknown_menu_path, UNKNOWN_MENU_PATH),
    rule!(unknown_setting, UNKNOWN_SETTING),
    rule!(unknown_term, UNKNOWN_TERM),
    rule!(unlisted_page, UNLISTED_PAGE),
    rule!(unsafe_link, UNSAFE_LINK),
    rule!(unused_diagram, UNUSED_DIAGRAM),
    rule!(wrong_setting_label, WRONG_SETTING_LABEL),
];

/// Runs every lint over the manual.
pub fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    dead_link::check(manual, sources, diagnostics);
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

/// Finds what is worth a look when there is time.
#[must_use]
pub fn notes(manual: &Manual) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    outdated_check::check(manual, &mut diagnostics);
    diag::sort(&mut diagnostics);
    diagnostics
}

/// Holds every name of the product that the manual uses against the facts.
pub(crate) fn check_names(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    unknown_menu_path::check(manual, diagnostics);
    unknown_setting::check(manual, diagnostics);
    wrong_setting_label::check(manual, diagnostics);
    unknown_command::check(manual, diagnostics);
}
