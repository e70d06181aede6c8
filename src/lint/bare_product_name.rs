//! # bare-product-name
//!
//! The name that two products share stands alone where an edition is meant. `docs/style.toml` says which name that is,
//! and in which longer names it is right.
//!
//! Why: readers cannot tell whether the sentence is about their shop.
//!
//! Bad:
//!
//! ```md
//! Magento sends an e-mail to the customer.
//! ```
//!
//! Good:
//!
//! ```md
//! {{product}} sends an e-mail to the customer.
//! ```

use crate::content::manual::Page;
use crate::content::prose::Prose;
use crate::content::style::BareName;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static BARE_PRODUCT_NAME: Lint =
    Lint::warning("bare-product-name", "the name of the product without the edition that is meant");

pub(super) fn check(page: &Page, prose: &Prose, bare: &BareName, diagnostics: &mut Vec<Diagnostic>) {
    let name = &*bare.name;
    if !prose.text().contains(name) {
        return;
    }
    let allowed: Vec<_> = bare.allowed.iter().flat_map(|phrase| prose.places(phrase)).collect();
    for at in prose.places(name).filter(|at| !allowed.iter().any(|all| all.start <= at.start && at.end <= all.end)) {
        let message = format!("`{name}` alone names no edition");
        let found = Diagnostic::at(&BARE_PRODUCT_NAME, &page.file, at, message).label("which one?");
        diagnostics.push(found.help(format!(
            "write `{{{{product}}}}` for the edition of the reader, or its whole name; where `{name}` is right, add the \
             phrase to `allowed` in docs/style.toml"
        )));
    }
}
