//! What is wrong with the text?
//!
//! One file a lint, whose first comment is its entry in docs/community/lints.md or lint-warnings.md. Most look at the whole
//! manual and report all they find; those without `check` are found where a file is read.

pub(crate) mod alt_repeats_caption;
pub(crate) mod bad_diagram;
pub(crate) mod bad_facts;
pub(crate) mod bad_file_name;
pub(crate) mod bad_front_matter;
pub(crate) mod bad_glossary;
pub(crate) mod bad_guide;
pub(crate) mod bad_heading;
pub(crate) mod bad_shot_definition;
pub(crate) mod bad_shots;
pub(crate) mod bad_style;
pub(crate) mod bad_synonyms;
pub(crate) mod bad_terms;
pub(crate) mod bare_product_name;
pub(crate) mod dead_anchor;
pub(crate) mod dead_link;
pub(crate) mod duplicate_anchor;
pub(crate) mod duplicate_route;
pub(crate) mod duplicate_title;
pub(crate) mod empty_guide;
pub(crate) mod late_term;
pub(crate) mod long_paragraph;
pub(crate) mod missing_also;
pub(crate) mod missing_alt;
pub(crate) mod missing_diagram;
pub(crate) mod missing_screenshot;
pub(crate) mod nested_link;
pub(crate) mod nested_passage;
pub(crate) mod nested_too_deep;
pub(crate) mod not_utf8;
pub(crate) mod orphan_page;
pub(crate) mod outdated_check;
pub(crate) mod page_too_large;
pub(crate) mod picture_outside;
pub(crate) mod raw_html;
pub(crate) mod reserved_anchor;
pub(crate) mod skipped_level;
pub(crate) mod step_without_action;
pub(crate) mod stray_picture;
pub(crate) mod taken_old_route;
pub(crate) mod unbalanced_twin;
pub(crate) mod unclosed_passage;
pub(crate) mod unclosed_wording;
pub(crate) mod undefined_shot;
pub(crate) mod unknown_command;
pub(crate) mod unknown_edition;
pub(crate) mod unknown_glossary_entry;
pub(crate) mod unknown_menu_path;
pub(crate) mod unknown_setting;
pub(crate) mod unknown_term;
pub(crate) mod unlisted_page;
pub(crate) mod unnamed_screenshot;
pub(crate) mod unsafe_link;
pub(crate) mod unused_diagram;
pub(crate) mod unused_marks;
pub(crate) mod unwritten;
pub(crate) mod vague_link_text;
pub(crate) mod wrong_mark;
pub(crate) mod wrong_setting_label;

use crate::content::front_matter::Status;
use crate::content::manual::{Manual, Page};
use crate::content::marks;
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::prose::Prose;
use crate::content::sources::Sources;
use crate::content::style::Style;
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
pub static ALL: [Rule; 59] = [
    rule!(alt_repeats_caption, ALT_REPEATS_CAPTION),
    rule!(bad_diagram, BAD_DIAGRAM),
    rule!(bad_facts, BAD_FACTS),
    rule!(bad_file_name, BAD_FILE_NAME),
    rule!(bad_front_matter, BAD_FRONT_MATTER),
    rule!(bad_glossary, BAD_GLOSSARY),
    rule!(bad_guide, BAD_GUIDE),
    rule!(bad_heading, BAD_HEADING),
    rule!(bad_shot_definition, BAD_SHOT_DEFINITION),
    rule!(bad_shots, BAD_SHOTS),
    rule!(bad_style, BAD_STYLE),
    rule!(bad_synonyms, BAD_SYNONYMS),
    rule!(bad_terms, BAD_TERMS),
    rule!(bare_product_name, BARE_PRODUCT_NAME),
    rule!(dead_anchor, DEAD_ANCHOR),
    rule!(dead_link, DEAD_LINK),
    rule!(duplicate_anchor, DUPLICATE_ANCHOR),
    rule!(duplicate_route, DUPLICATE_ROUTE),
    rule!(duplicate_title, DUPLICATE_TITLE),
    rule!(empty_guide, EMPTY_GUIDE),
    rule!(late_term, LATE_TERM),
    rule!(long_paragraph, LONG_PARAGRAPH),
    rule!(missing_also, MISSING_ALSO),
    rule!(missing_alt, MISSING_ALT),
    rule!(missing_diagram, MISSING_DIAGRAM),
    rule!(missing_screenshot, MISSING_SCREENSHOT),
    rule!(nested_link, NESTED_LINK),
    rule!(nested_passage, NESTED_PASSAGE),
    rule!(nested_too_deep, NESTED_TOO_DEEP),
    rule!(not_utf8, NOT_UTF8),
    rule!(orphan_page, ORPHAN_PAGE),
    rule!(outdated_check, OUTDATED_CHECK),
    rule!(page_too_large, PAGE_TOO_LARGE),
    rule!(picture_outside, PICTURE_OUTSIDE),
    rule!(raw_html, RAW_HTML),
    rule!(reserved_anchor, RESERVED_ANCHOR),
    rule!(skipped_level, SKIPPED_LEVEL),
    rule!(step_without_action, STEP_WITHOUT_ACTION),
    rule!(stray_picture, STRAY_PICTURE),
    rule!(taken_old_route, TAKEN_OLD_ROUTE),
    rule!(unbalanced_twin, UNBALANCED_TWIN),
    rule!(unclosed_passage, UNCLOSED_PASSAGE),
    rule!(unclosed_wording, UNCLOSED_WORDING),
    rule!(undefined_shot, UNDEFINED_SHOT),
    rule!(unknown_command, UNKNOWN_COMMAND),
    rule!(unknown_edition, UNKNOWN_EDITION),
    rule!(unknown_glossary_entry, UNKNOWN_GLOSSARY_ENTRY),
    rule!(unknown_menu_path, UNKNOWN_MENU_PATH),
    rule!(unknown_setting, UNKNOWN_SETTING),
    rule!(unknown_term, UNKNOWN_TERM),
    rule!(unlisted_page, UNLISTED_PAGE),
    rule!(unnamed_screenshot, UNNAMED_SCREENSHOT),
    rule!(unsafe_link, UNSAFE_LINK),
    rule!(unused_diagram, UNUSED_DIAGRAM),
    rule!(unused_marks, UNUSED_MARKS),
    rule!(unwritten, UNWRITTEN),
    rule!(vague_link_text, VAGUE_LINK_TEXT),
    rule!(wrong_mark, WRONG_MARK),
    rule!(wrong_setting_label, WRONG_SETTING_LABEL),
];

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
    undefined_shot::check(manual, sources, diagnostics);
    missing_diagram::check(manual, diagnostics);
    unused_diagram::check(manual, diagnostics);
    check_names(manual, diagnostics);
    unknown_glossary_entry::check(manual, diagnostics);
    duplicate_title::check(manual, diagnostics);
    orphan_page::check(manual, diagnostics);
    let style = Style::load(sources, diagnostics);
    for page in manual.pages().filter(|page| page.front.status != Status::Generated) {
        check_words(manual, page, style.as_ref(), diagnostics);
    }
}

/// Holds the words of a page that people write against the house style.
fn check_words(manual: &Manual, page: &Page, style: Option<&Style>, diagnostics: &mut Vec<Diagnostic>) {
    let prose = Prose::of(page);
    if let Some(style) = style {
        bare_product_name::check(page, &prose, &style.bare_name, diagnostics);
        step_without_action::check(page, &style.steps, diagnostics);
    }
    late_term::check(page, &prose, diagnostics);
    missing_also::check(page, diagnostics);
    walk_blocks(&page.blocks, &mut |block| {
        long_paragraph::check(page, block, diagnostics);
        alt_repeats_caption::check(page, block, diagnostics);
        walk_inlines(block, &mut |inline, editions| {
            if let Inline::Link(link) = inline {
                vague_link_text::check(page, link, editions, diagnostics);
            }
        });
    });
    let figures = marks::figures(manual, page);
    wrong_mark::check(page, &figures, diagnostics);
    for section in marks::sections(page, figures) {
        unused_marks::check(page, &section, diagnostics);
        unnamed_screenshot::check(page, &section, diagnostics);
    }
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
