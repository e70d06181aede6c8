//! # unnamed-screenshot
//!
//! A screenshot stands in a section that does not speak of it: no number of a mark, no label of one, and no word of its
//! caption.
//!
//! Why: readers cannot tell what to look for in it, or why it is there.
//!
//! Bad:
//!
//! ```md
//! ## Ship the order
//!
//! Pack the parcel and print the label.
//!
//! ![Grid with a search field and filters](shot:sales/orders-grid "The list")
//! ```
//!
//! Good:
//!
//! ```md
//! ## Ship the order
//!
//! Find the order in the list: select **Filters** (2).
//!
//! ![Grid with a search field and filters](shot:sales/orders-grid "The list")
//! ```

use crate::content::manual::Page;
use crate::content::marks::{Section, Shown};
use crate::diag::{Diagnostic, Lint};
use crate::edition::Edition;

/// The rule.
pub(crate) static UNNAMED_SCREENSHOT: Lint =
    Lint::warning("unnamed-screenshot", "a screenshot that the text around it does not speak of");

/// Words with fewer letters, "the" and "and", are in every text. With five, a "grid" would not count.
const LETTERS_MIN: usize = 4;

pub(super) fn check(page: &Page, section: &Section<'_>, diagnostics: &mut Vec<Diagnostic>) {
    // Pictures without any text beside them are a gallery.
    if section.has_numbers() || !section.has_words() {
        return;
    }
    let text = section.text.to_lowercase();
    for figure in section.figures.iter().filter(|figure| figure.is_known() && !is_named(figure, &text)) {
        let found = Diagnostic::at(
            &UNNAMED_SCREENSHOT,
            &page.file,
            figure.name.clone(),
            "no text of this section speaks of this screenshot",
        );
        diagnostics.push(found.help("say what to look for in it: name a label that is marked, with its number"));
    }
}

/// Tells whether a text in lower case speaks of a picture. Words count by their beginnings: "orders" speaks of an "order".
fn is_named(figure: &Shown<'_>, text: &str) -> bool {
    let is_label = |edition| figure.labels(edition).any(|label| text.contains(&label.to_lowercase()));
    if Edition::ALL.into_iter().any(is_label) {
        return true;
    }
    let words = |edition| {
        let caption = figure.figure.caption.as_ref().map(|caption| caption.text(edition)).unwrap_or_default();
        format!("{caption} {}", figure.figure.alt.text(edition)).to_lowercase()
    };
    Edition::ALL.into_iter().map(words).any(|words| {
        let long = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= LETTERS_MIN);
        long.map(|word| word.chars().take(LETTERS_MIN).collect::<String>()).any(|beginning| text.contains(&beginning))
    })
}
