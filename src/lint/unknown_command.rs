//! # unknown-command
//!
//! A command is named that `bin/magento` of an edition does not have, as a link or in code.
//!
//! Why: readers would copy it and get an error.
//!
//! Bad:
//!
//! ```md
//! Run [cache:flsh](cli:).
//! ```
//!
//! Good:
//!
//! ```md
//! Run [cache:flush](cli:).
//! ```

use super::unknown_setting::{missing, place};
use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::shell;
use crate::diag::{Diagnostic, Lint, nearest};
use crate::edition::{Edition, EditionSet};
use crate::facts::Facts;

/// The rule.
pub(crate) static UNKNOWN_COMMAND: Lint = Lint::error("unknown-command", "a command that bin/magento does not have");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let Some(facts) = &manual.facts else { return };
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, editions| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Command(text) = &link.target else { return };
                let name = text.split_whitespace().next().unwrap_or_default();
                let source = page.file.text.get(link.span.clone()).unwrap_or_default();
                let start = link.span.start + source.find(name).unwrap_or(0);
                check_name(facts, page, name, start, editions, diagnostics);
            });
        });
    }
    shell::commands(manual, &mut |mention| {
        let start = mention.place_of(mention.name);
        check_name(facts, mention.page, mention.name, start, mention.editions, diagnostics);
    });
}

fn check_name(
    facts: &Facts,
    page: &Page,
    name: &str,
    start: usize,
    editions: EditionSet,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let missing = missing(editions, |edition| facts.of(edition).commands.get(name).is_some());
    if missing.is_empty() {
        return;
    }
    let message = format!("bin/magento has no command `{name}` in {}", place(missing));
    let other = missing.single().map(Edition::other).filter(|other| facts.of(*other).commands.get(name).is_some());
    let help = other.map(|other| format!("{} has it: put this into a `:::{}` block", other.name(), other.id()));
    let near = || nearest(name, missing.iter().flat_map(|edition| facts.of(edition).commands.names()));
    let help = help.or_else(|| near().map(|near| format!("a command with a similar name exists: `{near}`")));
    let found = Diagnostic::at(&UNKNOWN_COMMAND, &page.file, start..start + name.len(), message);
    diagnostics.push(found.label("named here").maybe_help(help));
}
