//! # duplicate-title
//!
//! Two pages have the same title in the same edition.
//!
//! Why: in search, in a list and in a browser tab nobody can tell them apart.
//!
//! Bad:
//!
//! ```toml
//! # docs/sales/returns.md and docs/customers/returns.md
//! title = "Returns"
//! ```
//!
//! Good:
//!
//! ```toml
//! # docs/customers/returns.md
//! title = "Returns in the customer account"
//! ```

use std::collections::BTreeMap;

use crate::content::front_matter::Status;
use crate::content::manual::{Manual, Page};
use crate::content::prose::front_matter_value;
use crate::diag::{Diagnostic, Lint};
use crate::edition::Edition;

/// The rule.
pub(crate) static DUPLICATE_TITLE: Lint = Lint::warning("duplicate-title", "two pages with the same title");

pub(super) fn check(manual: &Manual, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(Edition, String), &Page> = BTreeMap::new();
    // Titles of pages that are made of facts come from the products; the written one of two must differ.
    let is_written = |page: &&Page| page.front.status != Status::Generated;
    let (written, generated): (Vec<&Page>, Vec<&Page>) = manual.pages().partition(is_written);
    for page in generated {
        for edition in page.front.editions.iter() {
            first.insert((edition, page.front.title.text(edition).to_lowercase()), page);
        }
    }
    for page in written {
        let taken = page.front.editions.iter().filter_map(|edition| {
            let key = (edition, page.front.title.text(edition).to_lowercase());
            let other = first.get(&key).copied();
            first.entry(key).or_insert(page);
            other
        });
        if let Some(other) = taken.collect::<Vec<_>>().first() {
            let message = format!("the page `{}` has this title, too", other.route);
            let found = Diagnostic::at(&DUPLICATE_TITLE, &page.file, front_matter_value(page, "title"), message);
            diagnostics.push(found.help("say in the title what only this page is about"));
        }
    }
}
