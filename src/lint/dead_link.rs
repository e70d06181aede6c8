//! # dead-link
//!
//! A link, or `nearest` in the front matter, names a route that no page has, or an address that is no route.
//!
//! Why: readers would land on the page that says that nothing is there.
//!
//! Bad:
//!
//! ```md
//! See [refunds](/sales/refunds/) or [returns](returns.md).
//! ```
//!
//! Good:
//!
//! ```md
//! See [refunds](/sales/refund/) or [returns](/sales/returns/).
//! ```

use std::collections::BTreeSet;

use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, Lint, nearest};
use crate::route::Route;

/// The rule.
pub(crate) static DEAD_LINK: Lint = Lint::error("dead-link", "a link to a page that does not exist");

pub(super) fn check(manual: &Manual, sources: &Sources, diagnostics: &mut Vec<Diagnostic>) {
    // A page that could not be read is reported where it is broken, not at every link to it.
    let written: Vec<Route> = sources.routes().collect();
    let routes: BTreeSet<&Route> = manual.pages().map(|page| &page.route).chain(&written).collect();
    for page in manual.pages() {
        if let Some(link) = &page.front.nearest
            && !routes.contains(&link.route)
        {
            diagnostics.push(finding(page, &link.route, link.span.clone(), &routes).label("named here"));
        }
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Page(route, _) = &link.target else { return };
                if !routes.contains(route) {
                    let source = &page.file.text[link.span.clone()];
                    let at = source.rfind(route.as_str()).unwrap_or(0) + link.span.start;
                    let range = at..at + route.as_str().len();
                    diagnostics.push(finding(page, route, range, &routes).label("linked here"));
                }
            });
        });
    }
}

fn finding(page: &Page, route: &Route, range: std::ops::Range<usize>, routes: &BTreeSet<&Route>) -> Diagnostic {
    let near = nearest(route.as_str(), routes.iter().map(|route| route.as_str()));
    let help = near.map(|near| format!("a page with a similar route exists: `{near}`"));
    Diagnostic::at(&DEAD_LINK, &page.file, range, format!("no page has the route `{route}`")).maybe_help(help)
}
