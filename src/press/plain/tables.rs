//! Tables as Markdown.

use super::Reader;
use super::escape::Place;
use super::inlines::inlines;
use crate::content::model::{Alignment, Inline, Table};

/// Returns the lines of a table.
pub(super) fn table(table: &Table, reader: &Reader<'_>) -> Vec<String> {
    let rules = table.alignments.iter().map(|alignment| rule(*alignment).to_owned());
    let mut lines = vec![row(&table.head, reader), line(rules)];
    lines.extend(table.rows.iter().map(|cells| row(cells, reader)));
    lines
}

fn row(cells: &[Vec<Inline>], reader: &Reader<'_>) -> String {
    line(cells.iter().map(|cell| inlines(cell, Place::Cell, reader)))
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut out = "|".to_owned();
    for cell in cells {
        out.push(' ');
        out.push_str(cell.trim());
        out.push_str(if cell.trim().is_empty() { "|" } else { " |" });
    }
    out
}

const fn rule(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "---",
        Alignment::Center => ":-:",
        Alignment::End => "--:",
    }
}
