//! Blocks of one edition as Markdown events.

use pulldown_cmark::{Alignment as Column, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::Context;
use super::inlines::block_text;
use crate::content::model::{
    AlertKind, Alignment, Block, BlockKind, Code, Definition, Figure, Heading, Inline, List, Picture, Table,
};
use crate::content::wording::Wording;

/// Adds the blocks that the edition sees.
pub(super) fn blocks(out: &mut Vec<Event<'static>>, blocks: &[Block], context: Context<'_>) {
    for block in blocks.iter().filter(|block| block.editions.contains(context.edition)) {
        push(out, block, context);
    }
}

/// Adds a paragraph of plain words.
pub(super) fn paragraph(out: &mut Vec<Event<'static>>, words: &str) {
    out.push(Event::Start(Tag::Paragraph));
    out.push(Event::Text(words.to_owned().into()));
    out.push(Event::End(TagEnd::Paragraph));
}

fn push(out: &mut Vec<Event<'static>>, block: &Block, context: Context<'_>) {
    match &block.kind {
        BlockKind::Heading(heading) => push_heading(out, heading, context),
        BlockKind::Paragraph(content) => push_paragraph(out, content, context),
        BlockKind::List(list) => push_list(out, list, context),
        BlockKind::Quote(inner) => push_quote(out, None, inner, context),
        BlockKind::Alert(kind, inner) => push_quote(out, Some(quote_kind(*kind)), inner, context),
        BlockKind::Code(code) => push_code(out, code, context),
        BlockKind::Table(table) => push_table(out, table, context),
        BlockKind::Figure(figure) => push_figure(out, figure, context),
        BlockKind::Definitions(list) => push_definitions(out, list, context),
        BlockKind::Footnote(label, inner) => {
            paragraph(out, &format!("Note {label}:"));
            blocks(out, inner, context);
        }
        BlockKind::Passage(passage) => blocks(out, &passage.blocks, context),
        BlockKind::Rule => out.push(Event::Rule),
    }
}

fn push_heading(out: &mut Vec<Event<'static>>, heading: &Heading, context: Context<'_>) {
    let level = match heading.level {
        0..=2 => HeadingLevel::H2,
        3 => HeadingLevel::H3,
        4 => HeadingLevel::H4,
        5 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    };
    out.push(Event::Start(Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }));
    block_text(out, &heading.content, context);
    out.push(Event::End(TagEnd::Heading(level)));
}

fn push_paragraph(out: &mut Vec<Event<'static>>, content: &[Inline], context: Context<'_>) {
    out.push(Event::Start(Tag::Paragraph));
    block_text(out, content, context);
    out.push(Event::End(TagEnd::Paragraph));
}

/// Adds a list; tight where each item is a paragraph and lists below it, as the author would have written it.
fn push_list(out: &mut Vec<Event<'static>>, list: &List, context: Context<'_>) {
    let fits = |block: &Block, at: usize| match &block.kind {
        BlockKind::Paragraph(_) => at == 0,
        BlockKind::List(_) => at > 0,
        _ => false,
    };
    let is_tight = list.items.iter().all(|item| (0..).zip(&item.blocks).all(|(at, block)| fits(block, at)));
    out.push(Event::Start(Tag::List(list.start)));
    for item in &list.items {
        out.push(Event::Start(Tag::Item));
        out.extend(item.task.map(Event::TaskListMarker));
        match item.blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(content), editions, .. }, rest))
                if is_tight && editions.contains(context.edition) =>
            {
                block_text(out, content, context);
                blocks(out, rest, context);
            }
            _ => blocks(out, &item.blocks, context),
        }
        out.push(Event::End(TagEnd::Item));
    }
    out.push(Event::End(TagEnd::List(list.start.is_some())));
}

fn push_quote(out: &mut Vec<Event<'static>>, kind: Option<BlockQuoteKind>, inner: &[Block], context: Context<'_>) {
    out.push(Event::Start(Tag::BlockQuote(kind)));
    blocks(out, inner, context);
    out.push(Event::End(TagEnd::BlockQuote(kind)));
}

const fn quote_kind(kind: AlertKind) -> BlockQuoteKind {
    match kind {
        AlertKind::Note => BlockQuoteKind::Note,
        AlertKind::Tip => BlockQuoteKind::Tip,
        AlertKind::Important => BlockQuoteKind::Important,
        AlertKind::Warning => BlockQuoteKind::Warning,
        AlertKind::Caution => BlockQuoteKind::Caution,
    }
}

fn push_code(out: &mut Vec<Event<'static>>, code: &Code, context: Context<'_>) {
    let mut text = code.text.text(context.edition);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    out.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(code.language.clone().into()))));
    out.push(Event::Text(text.into()));
    out.push(Event::End(TagEnd::CodeBlock));
}

fn push_table(out: &mut Vec<Event<'static>>, table: &Table, context: Context<'_>) {
    let column = |alignment: &Alignment| match alignment {
        Alignment::Start => Column::None,
        Alignment::Center => Column::Center,
        Alignment::End => Column::Right,
    };
    let row = |out: &mut Vec<Event<'static>>, cells: &[Vec<Inline>]| {
        for cell in cells {
            out.push(Event::Start(Tag::TableCell));
            block_text(out, cell, context);
            out.push(Event::End(TagEnd::TableCell));
        }
    };
    out.push(Event::Start(Tag::Table(table.alignments.iter().map(column).collect())));
    out.push(Event::Start(Tag::TableHead));
    row(out, &table.head);
    out.push(Event::End(TagEnd::TableHead));
    for cells in &table.rows {
        out.push(Event::Start(Tag::TableRow));
        row(out, cells);
        out.push(Event::End(TagEnd::TableRow));
    }
    out.push(Event::End(TagEnd::Table));
}

/// Adds a screenshot as a picture and a drawing, which is part of its page, as words.
fn push_figure(out: &mut Vec<Event<'static>>, figure: &Figure, context: Context<'_>) {
    let alt = figure.alt.text(context.edition);
    match &figure.picture {
        Picture::Screenshot(shot) => {
            let dest_url = context.file(&shot.file(context.edition)).into();
            out.push(Event::Start(Tag::Paragraph));
            out.push(Event::Start(Tag::Image {
                link_type: LinkType::Inline,
                dest_url,
                title: "".into(),
                id: "".into(),
            }));
            out.push(Event::Text(alt.into()));
            out.push(Event::End(TagEnd::Image));
            out.push(Event::End(TagEnd::Paragraph));
        }
        Picture::Diagram(_) => paragraph(out, &format!("Drawing: {alt}")),
    }
    if let Some(caption) = figure.caption.as_ref().filter(|caption| !is_blank(caption, context)) {
        out.push(Event::Start(Tag::Paragraph));
        out.push(Event::Start(Tag::Emphasis));
        out.push(Event::Text(caption.text(context.edition).into()));
        out.push(Event::End(TagEnd::Emphasis));
        out.push(Event::End(TagEnd::Paragraph));
    }
}

fn is_blank(wording: &Wording, context: Context<'_>) -> bool {
    wording.text(context.edition).trim().is_empty()
}

/// Adds terms as bullets with their meanings behind a colon: definition lists are no part of what code hosts show.
fn push_definitions(out: &mut Vec<Event<'static>>, list: &[Definition], context: Context<'_>) {
    out.push(Event::Start(Tag::List(None)));
    for entry in list {
        out.push(Event::Start(Tag::Item));
        out.push(Event::Start(Tag::Strong));
        block_text(out, &entry.term, context);
        out.push(Event::End(TagEnd::Strong));
        let seen = entry.meanings.iter().flatten().filter(|block| block.editions.contains(context.edition));
        for (at, block) in (0..).zip(seen) {
            match &block.kind {
                BlockKind::Paragraph(content) => {
                    out.push(Event::Text(if at == 0 { ": " } else { " " }.into()));
                    block_text(out, content, context);
                }
                _ => push(out, block, context),
            }
        }
        out.push(Event::End(TagEnd::Item));
    }
    out.push(Event::End(TagEnd::List(false)));
}
