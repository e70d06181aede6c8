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

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
    let moved = manual.moves().map(|(old, page)| (&old.route, &page.route)).collect();
    let targets = Targets { routes: &routes, moved };
    for page in manual.pages() {
        if let Some(link) = &page.front.nearest
            && !routes.contains(&link.route)
        {
            diagnostics.push(finding(page, &link.route, link.span.clone(), &targets).label("named here"));
        }
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Page(route, _) = &link.target else { return };
                if !routes.contains(route) {
                    let source = &page.file.text[link.span.clone()];
                    let at = source.rfind(route.as_str()).unwrap_or(0) + link.span.start;
                    let range = at..at + route.as_str().len();
                    diagnostics.push(finding(page, route, range, &targets).label("linked here"));
                }
            });
        });
    }
}

/// Where links can lead, and could.
struct Targets<'a> {
    /// The pages.
    routes: &'a BTreeSet<&'a Route>,
    /// The addresses that pages had before, with those that they have now.
    moved: BTreeMap<&'a Route, &'a Route>,
}

fn finding(page: &Page, route: &Route, range: Range<usize>, targets: &Targets<'_>) -> Diagnostic {
    let near = || nearest(route.as_str(), targets.routes.iter().map(|route| route.as_str()));
    let help = match targets.moved.get(route) {
        Some(now) => Some(format!("the page has moved to `{now}`")),
        None => near().map(|near| format!("a page with a similar route exists: `{near}`")),
    };
    Diagnostic::at(&DEAD_LINK, &page.file, range, format!("no page has the route `{route}`")).maybe_help(help)
}
