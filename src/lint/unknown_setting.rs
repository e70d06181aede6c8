//! # unknown-setting
//!
//! A setting is named by a path that the shop of an edition does not have, as a link or behind `config:set` and
//! `config:show`.
//!
//! Why: readers would find no such field, and the command would fail or write a value that nothing reads.
//!
//! Bad:
//!
//! ```md
//! Set [Use Web Server Rewrites](setting:web/seo/use_rewrite) to **Yes**.
//! ```
//!
//! Good:
//!
//! ```md
//! Set [Use Web Server Rewrites](setting:web/seo/use_rewrites) to **Yes**.
//! ```

use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::shell;
use crate::diag::{Diagnostic, Lint, nearest};
use crate::edition::{Edition, EditionSet};
use crate::facts::Facts;

/// The rule.
pub(crate) static UNKNOWN_SETTING: Lint =
    Lint::error("unknown-setting", "a setting that the configuration does not have");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let Some(facts) = &manual.facts else { return };
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, editions| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Setting(path) = &link.target else { return };
                let missing = missing(editions, |edition| facts.of(edition).settings.get(path).is_some());
                if !missing.is_empty() {
                    let source = page.file.text.get(link.span.clone()).unwrap_or_default();
                    let start = link.span.start + source.rfind(&**path).unwrap_or(0);
                    diagnostics.push(finding(facts, page, path, start, missing).label("named here"));
                }
            });
        });
    }
    shell::commands(manual, &mut |mention| {
        let is_config = matches!(mention.name, "config:set" | "config:show");
        let Some(path) = mention.arguments.iter().find(|word| is_config && is_path(word)) else { return };
        let missing = missing(mention.editions, |edition| facts.knows_setting(path, edition));
        if !missing.is_empty() {
            let start = mention.place_of(path);
            diagnostics.push(finding(facts, mention.page, path, start, missing).label("named here"));
        }
    });
}

/// Returns the editions for which something does not hold.
pub(super) fn missing(editions: EditionSet, holds: impl Fn(Edition) -> bool) -> EditionSet {
    editions.iter().filter(|edition| !holds(*edition)).collect()
}

/// Says which editions lack something.
pub(super) fn place(missing: EditionSet) -> &'static str {
    missing.single().map_or("either edition", Edition::name)
}

fn is_path(word: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b"_/-".contains(&b);
    word.matches('/').count() >= 2 && word.bytes().all(fits)
}

fn finding(facts: &Facts, page: &Page, path: &str, start: usize, missing: EditionSet) -> Diagnostic {
    let message = format!("the configuration has no `{path}` in {}", place(missing));
    let other = missing.single().map(Edition::other).filter(|other| facts.of(*other).settings.get(path).is_some());
    let help = other.map(|other| format!("{} has it: put this into a `:::{}` block", other.name(), other.id()));
    let near = || nearest(path, missing.iter().flat_map(|edition| facts.of(edition).settings.paths()));
    let help = help.or_else(|| near().map(|near| format!("a setting with a similar path exists: `{near}`")));
    Diagnostic::at(&UNKNOWN_SETTING, &page.file, start..start + path.len(), message).maybe_help(help)
}
