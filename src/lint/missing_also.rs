//! # missing-also
//!
//! An article has fewer than eight or more than fifteen phrases in `also`. Pages that name no release under `checked`
//! are no articles about the product.
//!
//! Why: merchants search with their own words: "money back", not "credit memo". Too few of them, and they find nothing;
//! too many, and the page stands above those that answer better.
//!
//! Bad:
//!
//! ```toml
//! title = "Refund an order"
//! also = ["refund"]
//! ```
//!
//! Good:
//!
//! ```toml
//! title = "Refund an order"
//! also = ["money back", "give a refund", "refund customer", "credit note", "partial refund", "reimburse", "refund shipping", "take back order"]
//! ```

use crate::content::manual::Page;
use crate::content::prose::front_matter_value;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static MISSING_ALSO: Lint =
    Lint::warning("missing-also", "an article with fewer than 8 or more than 15 phrases in `also`");

/// The phrases of an article. With fewer, most readers' words are missing; with more, they match what the page is not about.
const PHRASES: std::ops::RangeInclusive<usize> = 8..=15;

pub(super) fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let count = page.front.also.len();
    if page.front.checked.is_none() || PHRASES.contains(&count) {
        return;
    }
    let has_few = count < *PHRASES.start();
    let key = if count == 0 { "title" } else { "also" };
    let message = match count {
        0 => "this page has no `also`".to_owned(),
        1 => "`also` has one phrase".to_owned(),
        _ => format!("`also` has {count} phrases"),
    };
    let help = if has_few {
        "add what merchants would type instead of the title, eight phrases at least"
    } else {
        "keep the fifteen that fit this page best"
    };
    diagnostics.push(Diagnostic::at(&MISSING_ALSO, &page.file, front_matter_value(page, key), message).help(help));
}
