//! # dead-anchor
//!
//! A link names a heading that its page does not have.
//!
//! Why: readers would land at the top and search for themselves.
//!
//! Bad:
//!
//! ```md
//! See [stock](/sales/refund/#stokc).
//! ```
//!
//! Good:
//!
//! ```md
//! See [stock](/sales/refund/#stock-after-a-refund).
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, Link, walk_blocks, walk_inlines};
use crate::diag::{Diagnostic, Lint, nearest};
use crate::route::{Anchor, Route};

/// The rule.
pub(crate) static DEAD_ANCHOR: Lint = Lint::error("dead-anchor", "a link to a heading that does not exist");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let anchors: BTreeMap<&Route, BTreeSet<&Anchor>> =
        manual.pages().map(|page| (&page.route, anchors_of(page))).collect();
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                let Inline::Link(link) = inline else { return };
                let (route, anchor) = match &link.target {
                    LinkTarget::Heading(anchor) => (&page.route, anchor),
                    LinkTarget::Page(route, Some(anchor)) => (route, anchor),
                    _ => return,
                };
                let Some(known) = anchors.get(route) else { return };
                if !known.contains(anchor) {
                    diagnostics.push(finding(page, link, route, anchor, known));
                }
            });
        });
    }
}

fn anchors_of(page: &Page) -> BTreeSet<&Anchor> {
    let mut anchors = BTreeSet::new();
    walk_blocks(&page.blocks, &mut |block| anchors.extend(block.anchors()));
    anchors
}

fn finding(page: &Page, link: &Link, route: &Route, anchor: &Anchor, known: &BTreeSet<&Anchor>) -> Diagnostic {
    let source = &page.file.text[link.span.clone()];
    let at = source.rfind('#').unwrap_or(0) + link.span.start;
    let range = at..at + anchor.as_str().len() + 1;
    let near = nearest(anchor.as_str(), known.iter().map(|anchor| anchor.as_str()));
    let help = near.map(|near| format!("the page has a heading `#{near}`"));
    Diagnostic::at(&DEAD_ANCHOR, &page.file, range, format!("the page `{route}` has no heading `#{anchor}`"))
        .label("linked here")
        .maybe_help(help)
}
