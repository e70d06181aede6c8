//! # wrong-mark
//!
//! The text gives a label a number that no screenshot of the page has, or that belongs to another label, in one edition
//! at least.
//!
//! Why: readers look for the number in the picture, and find nothing or the wrong thing.
//!
//! Bad:
//!
//! ```md
//! Select **Filters** (3).
//!
//! ![Grid whose filters have the number 2](shot:sales/orders-grid "The list")
//! ```
//!
//! Good:
//!
//! ```md
//! Select **Filters** (2).
//!
//! ![Grid whose filters have the number 2](shot:sales/orders-grid "The list")
//! ```

use crate::content::manual::Page;
use crate::content::marks::{Reference, Shown, references};
use crate::content::model::{Block, BlockKind, walk_blocks};
use crate::diag::{Diagnostic, Lint};
use crate::edition::{Edition, EditionSet};

/// The rule.
pub(crate) static WRONG_MARK: Lint =
    Lint::error("wrong-mark", "a number that no screenshot of the page gives to the label");

pub(super) fn check(page: &Page, figures: &[Shown<'_>], diagnostics: &mut Vec<Diagnostic>) {
    // A page about writing pages shows numbers without a picture; an article never does.
    if figures.is_empty() && page.front.checked.is_none() {
        return;
    }
    walk_blocks(&page.blocks, &mut |block: &Block| {
        let has_words = matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Heading(_));
        if !has_words {
            return;
        }
        let source = page.file.text.get(block.span.clone()).unwrap_or_default();
        for reference in references(source) {
            let editions =
                reference.edition.map_or(block.editions, |edition| block.editions.intersect(EditionSet::only(edition)));
            let Some((message, help)) = editions.iter().find_map(|edition| wrong(&reference, figures, edition)) else {
                continue;
            };
            let range = block.span.start + reference.range.start..block.span.start + reference.range.end;
            diagnostics.push(Diagnostic::at(&WRONG_MARK, &page.file, range, message).help(help));
        }
    });
}

/// Says what is wrong with a number for readers of an edition, and what would be right.
fn wrong(reference: &Reference<'_>, figures: &[Shown<'_>], edition: Edition) -> Option<(String, String)> {
    let Reference { label, number, .. } = *reference;
    let with_number: Vec<&str> = figures.iter().filter_map(|figure| figure.label(edition, number)).collect();
    let same = |other: &str| other.eq_ignore_ascii_case(label);
    let resembles = |other: &&str| {
        let (a, b) = (label.to_lowercase(), other.to_lowercase());
        a.contains(&b) || b.contains(&a)
    };
    if with_number.iter().any(resembles) {
        return None;
    }
    let numbered = |figure: &Shown<'_>| {
        let right = figure.numbered(edition).find(|(_, other)| same(other)).map(|(number, _)| number)?;
        Some(format!("`{label}` has the number {right} in `{}`", figure.id))
    };
    let right = figures.iter().find_map(numbered);
    if with_number.is_empty() {
        let message = format!("no screenshot of this page has a number {number} for readers of {}", edition.name());
        let help = right.unwrap_or_else(|| "take the number away, or show the screenshot that has it".to_owned());
        return Some((message, help));
    }
    right.map(|help| (format!("the number {number} does not belong to `{label}`"), help))
}
