//! # late-term
//!
//! A page links a word to the glossary that it has used before without the link.
//!
//! Why: readers who do not know the word stumble at its first use, and the explanation comes too late.
//!
//! Bad:
//!
//! ```md
//! Cron runs at night.
//!
//! Without [cron](term:cron), no e-mail is sent.
//! ```
//!
//! Good:
//!
//! ```md
//! [Cron](term:cron) runs at night.
//!
//! Without cron, no e-mail is sent.
//! ```

use std::collections::BTreeSet;

use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::{Inline, Link, walk_blocks, walk_inlines};
use crate::content::prose::{Prose, is_whole};
use crate::content::text;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static LATE_TERM: Lint = Lint::warning("late-term", "a word that is used before its link to the glossary");

pub(super) fn check(page: &Page, prose: &Prose, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut first = Vec::new();
    walk_blocks(&page.blocks, &mut |block| {
        walk_inlines(block, &mut |inline, editions| {
            let Inline::Link(link @ Link { target: LinkTarget::GlossaryEntry(id), .. }) = inline else { return };
            if seen.insert(id)
                && let Some(edition) = editions.iter().next()
            {
                first.push((link, text::plain(&link.content, edition)));
            }
        });
    });
    if first.is_empty() {
        return;
    }
    let lower = prose.text().to_ascii_lowercase();
    for (link, words) in first {
        if let Some(at) = earlier(&lower, &words.to_ascii_lowercase(), link.span.start, page) {
            let (line, _) = page.file.position(link.span.start);
            let used = page.file.text.get(at.clone()).unwrap_or_default();
            let found = Diagnostic::at(
                &LATE_TERM,
                &page.file,
                at,
                format!("`{used}` is used here and explained in line {line}"),
            );
            diagnostics.push(found.help("put the link to the glossary at the first use"));
        }
    }
}

/// Finds a word of running text before a place; headings and pictures cannot carry a link and do not count.
fn earlier(lower: &str, words: &str, before: usize, page: &Page) -> Option<std::ops::Range<usize>> {
    let text = &page.file.text;
    let body = crate::content::front_matter::split(&page.file).map_or(0, |split| split.body.start);
    lower.get(body..before)?.match_indices(words).map(|(at, _)| body + at..body + at + words.len()).find(|at| {
        let plural = usize::from(lower[at.end..].starts_with('s'));
        let line = text[..at.start].rfind('\n').map_or(0, |newline| newline + 1);
        is_whole(lower, &(at.start..at.end + plural)) && !text[line..].starts_with(['#', '!'])
    })
}
