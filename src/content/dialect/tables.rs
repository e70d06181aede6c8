//! Tables.

use pulldown_cmark::{Alignment as Column, Event, Tag, TagEnd};

use super::Context;
use super::events::Events;
use super::inlines::{Stop, parse_inlines};
use crate::content::model::{Alignment, Inline, Table};

/// Reads a table, whose start was taken.
pub(super) fn parse(columns: &[Column], events: &mut Events<'_>, context: &mut Context<'_>) -> Table {
    let alignments = columns.iter().copied().map(alignment).collect();
    let mut table = Table { alignments, head: Vec::new(), rows: Vec::new() };
    while let Some((event, _)) = events.next() {
        match event {
            Event::Start(Tag::TableHead) => table.head = parse_cells(events, context),
            Event::Start(Tag::TableRow) => table.rows.push(parse_cells(events, context)),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    table
}

const fn alignment(column: Column) -> Alignment {
    match column {
        Column::None | Column::Left => Alignment::Start,
        Column::Center => Alignment::Center,
        Column::Right => Alignment::End,
    }
}

fn parse_cells(events: &mut Events<'_>, context: &mut Context<'_>) -> Vec<Vec<Inline>> {
    let mut cells = Vec::new();
    while let Some((Event::Start(Tag::TableCell), _)) = events.next() {
        cells.push(parse_inlines(events, context, Stop::AtEnd));
    }
    cells
}
