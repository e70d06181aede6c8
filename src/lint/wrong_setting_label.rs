//! # wrong-setting-label
//!
//! A link to a setting has other words than the screen: neither the field's label nor one of the groups or the section
//! in which it stands.
//!
//! Why: readers look for what they read.
//!
//! Bad:
//!
//! ```md
//! Set [Web server rewrites](setting:web/seo/use_rewrites) to **Yes**.
//! ```
//!
//! Good:
//!
//! ```md
//! Set [Use Web Server Rewrites](setting:web/seo/use_rewrites) to **Yes**.
//! ```

use crate::content::link::LinkTarget;
use crate::content::manual::Manual;
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::text;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static WRONG_SETTING_LABEL: Lint =
    Lint::error("wrong-setting-label", "a setting under another label than its own");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let Some(facts) = &manual.facts else { return };
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, editions| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Setting(path) = &link.target else { return };
                let wrong = editions.iter().find_map(|edition| {
                    let words = text::plain(&link.content, edition);
                    let setting = facts.of(edition).settings.get(path)?;
                    let fits = setting.labels().any(|label| label == words);
                    (!fits).then_some((words, setting))
                });
                let Some((words, setting)) = wrong else { return };
                let source = page.file.text.get(link.span.clone()).unwrap_or_default();
                let start = link.span.start + source.find(&words).unwrap_or(0);
                let message = format!("the setting `{path}` is not called `{words}`");
                diagnostics.push(
                    Diagnostic::at(&WRONG_SETTING_LABEL, &page.file, start..start + words.len(), message)
                        .help(format!("its label is `{}`", setting.label)),
                );
            });
        });
    }
}
