//! # taken-old-route
//!
//! A page says that it was before where another page is, or was, or where the site has a page of its own.
//!
//! Why: the redirect would lead readers of that address astray.
//!
//! Bad:
//!
//! ```toml
//! moved_from = ["/sales/refund/"] # while docs/sales/refund.md exists
//! ```
//!
//! Good:
//!
//! ```toml
//! moved_from = ["/sales/give-money-back/"]
//! ```

use std::collections::BTreeMap;

use crate::content::manual::{Manual, Page};
use crate::diag::{Diagnostic, Lint};
use crate::route::{RESERVED, Route};

/// The rule.
pub(crate) static TAKEN_OLD_ROUTE: Lint = Lint::error("taken-old-route", "an old address that belongs to another page");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let mut claimed: BTreeMap<&Route, &Page> = BTreeMap::new();
    for (old, page) in manual.moves() {
        let route = &old.route;
        let reserved = route.guide().filter(|guide| RESERVED.contains(guide));
        let (message, help) = if let Some(live) = manual.page(route) {
            (format!("`{route}` is the address of {}", live.file.path), "name an address at which no page is now")
        } else if let Some(guide) = reserved {
            (format!("`/{guide}/` belongs to a page of the site"), "take this address out: no page can have been there")
        } else if let Some(first) = claimed.get(route) {
            (format!("{} says that it was at `{route}`, too", first.file.path), "keep the page that readers look for")
        } else {
            claimed.insert(route, page);
            continue;
        };
        let found = Diagnostic::at(&TAKEN_OLD_ROUTE, &page.file, old.span.clone(), message);
        diagnostics.push(found.label("named here").help(help));
    }
}
