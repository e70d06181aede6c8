//! # unknown-menu-path
//!
//! A path through the Admin has a step that the shop of an edition does not have. Below `Stores > Settings >
//! Configuration` a path goes on through tab, section, groups and field.
//!
//! Why: readers would look for it in vain, and those who gave their address would open a screen that does not exist.
//!
//! Bad:
//!
//! ```md
//! Go to [Stores > Configuration > Web](admin:).
//! ```
//!
//! Good:
//!
//! ```md
//! Go to [Stores > Settings > Configuration > General > Web](admin:).
//! ```

use std::ops::Range;

use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, Link, walk_blocks, walk_inlines};
use crate::content::text;
use crate::diag::{Diagnostic, Lint};
use crate::edition::{Edition, EditionSet};
use crate::facts::Facts;
use crate::facts::place::WrongStep;

/// The rule.
pub(crate) static UNKNOWN_MENU_PATH: Lint =
    Lint::error("unknown-menu-path", "a path with a step that the Admin does not have");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let Some(facts) = &manual.facts else { return };
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, editions| {
                if let Inline::Link(link @ Link { target: LinkTarget::AdminPath, .. }) = inline {
                    check_path(facts, page, link, editions, diagnostics);
                }
            });
        });
    }
}

/// A path as one edition reads it, with the step at which it fails.
struct Failure {
    edition: Edition,
    path: String,
    wrong: WrongStep,
}

fn check_path(facts: &Facts, page: &Page, link: &Link, editions: EditionSet, diagnostics: &mut Vec<Diagnostic>) {
    let failures: Vec<Failure> = editions
        .iter()
        .filter_map(|edition| {
            let path = text::plain(&link.content, edition);
            let wrong = facts.of(edition).admin.follow(&path).err()?;
            Some(Failure { edition, path, wrong })
        })
        .collect();
    match failures.as_slice() {
        [] => {}
        [one, other] if one.path == other.path && one.wrong.index == other.wrong.index => {
            diagnostics.push(finding(page, link, one, "either edition", None));
        }
        all => {
            for failure in all {
                let other = failure.edition.other();
                let is_elsewhere = all.len() == 1 && facts.of(other).admin.follow(&failure.path).is_ok();
                let other = is_elsewhere.then_some(other);
                diagnostics.push(finding(page, link, failure, failure.edition.name(), other));
            }
        }
    }
}

fn finding(page: &Page, link: &Link, failure: &Failure, place: &str, other: Option<Edition>) -> Diagnostic {
    let wrong = &failure.wrong;
    let step = failure.path.split(" > ").nth(wrong.index).unwrap_or_default();
    let message = match &*wrong.above {
        "" => format!("the Admin menu has no `{step}` in {place}"),
        above => format!("below `{above}` there is no `{step}` in {place}"),
    };
    Diagnostic::at(&UNKNOWN_MENU_PATH, &page.file, step_range(page, link, &failure.path, wrong.index), message)
        .label("named here")
        .maybe_help(help(wrong, step, other))
}

fn help(wrong: &WrongStep, step: &str, other: Option<Edition>) -> Option<String> {
    if let Some(other) = other {
        return Some(format!("{} has it: put this into a `:::{}` block", other.name(), other.id()));
    }
    let near = wrong.nearest.as_ref().map(|near| format!("did you mean `{near}`?"));
    let elsewhere = || wrong.elsewhere.as_ref().map(|path| format!("`{step}` is at `{path}`"));
    let choices = || (!wrong.choices.is_empty()).then(|| format!("there are: {}", wrong.choices.join(", ")));
    near.or_else(elsewhere).or_else(choices)
}

/// Returns the stretch of the file that is a step; the whole link when the step is not written there letter by letter.
fn step_range(page: &Page, link: &Link, path: &str, index: usize) -> Range<usize> {
    let source = page.file.text.get(link.span.clone()).unwrap_or_default();
    let mut at = 0;
    for (i, step) in path.split(" > ").enumerate() {
        let Some(found) = source[at..].find(step) else { break };
        let start = at + found;
        at = start + step.len();
        if i == index {
            return link.span.start + start..link.span.start + at;
        }
    }
    link.span.clone()
}
