//! # orphan-page
//!
//! No text of another page links to an article: only the sidebar and the lists of its guide do.
//!
//! Why: readers who are at work on another page never learn that it exists.
//!
//! Bad:
//!
//! ```md
//! ## Related
//!
//! - [Customer accounts](/customers/customer-accounts/)
//! ```
//!
//! Good:
//!
//! ```md
//! ## Related
//!
//! - [Customer accounts](/customers/customer-accounts/)
//! - [Reviews and ratings](/customers/reviews-and-ratings/)
//! ```

use std::collections::BTreeSet;

use crate::content::link::LinkTarget;
use crate::content::manual::Manual;
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::prose::front_matter_value;
use crate::diag::{Diagnostic, Lint};
use crate::route::Route;

/// The rule.
pub(crate) static ORPHAN_PAGE: Lint = Lint::warning("orphan-page", "an article that no other page links to");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let mut linked: BTreeSet<&Route> = BTreeSet::new();
    for page in manual.pages() {
        linked.extend(page.front.nearest.iter().map(|link| &link.route));
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                let Inline::Link(link) = inline else { return };
                let LinkTarget::Page(route, _) = &link.target else { return };
                if *route != page.route {
                    linked.insert(route);
                }
            });
        });
    }
    let articles = manual.guides.iter().flat_map(|guide| &guide.pages).filter(|page| page.front.checked.is_some());
    for page in articles.filter(|page| !linked.contains(&page.route)) {
        let found =
            Diagnostic::at(&ORPHAN_PAGE, &page.file, front_matter_value(page, "title"), "no page links to this one");
        diagnostics.push(
            found.help(format!("link to `{}` where readers come from, in a sentence or below `Related`", page.route)),
        );
    }
}
