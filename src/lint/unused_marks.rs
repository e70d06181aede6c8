//! # unused-marks
//!
//! A screenshot has numbered marks. No sentence of its section uses a number, and none of the page names one of its labels
//! with the number that it has.
//!
//! Why: numbers in a picture are a promise that the text explains them.
//!
//! Bad:
//!
//! ```md
//! Filter the list.
//!
//! ![Grid with a search field and filters](shot:sales/orders-grid "The list")
//! ```
//!
//! Good:
//!
//! ```md
//! Filter the list with **Filters** (2).
//!
//! ![Grid with a search field and filters](shot:sales/orders-grid "The list")
//! ```

use crate::content::manual::Page;
use crate::content::marks::{Reference, Section, Shown, references};
use crate::diag::{Diagnostic, Lint};
use crate::edition::Edition;

/// The rule.
pub(crate) static UNUSED_MARKS: Lint = Lint::warning("unused-marks", "a screenshot with numbers that no sentence uses");

pub(super) fn check(page: &Page, section: &Section<'_>, diagnostics: &mut Vec<Diagnostic>) {
    if section.has_numbers() {
        return;
    }
    for figure in &section.figures {
        let Some(first) = Edition::ALL.into_iter().find_map(|edition| figure.labels(edition).next()) else { continue };
        // The steps of a page often stand in another section than the one picture that they all use.
        if references(&page.file.text).iter().any(|reference| is_about(reference, figure)) {
            continue;
        }
        let message = "no sentence uses the numbers of this screenshot";
        let found = Diagnostic::at(&UNUSED_MARKS, &page.file, figure.name.clone(), message);
        diagnostics.push(found.help(format!("name what is marked: `**{first}** (1)`")));
    }
}

fn is_about(reference: &Reference<'_>, figure: &Shown<'_>) -> bool {
    let labels = Edition::ALL.into_iter().filter_map(|edition| figure.label(edition, reference.number));
    labels.into_iter().any(|label| label.eq_ignore_ascii_case(reference.label))
}
