//! The blocks of a page.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::braces::Place;
use super::events::Events;
use super::inlines::{Stop, parse_inlines};
use super::{
    BAD_HEADING, Context, DEPTH_MAX, NESTED_TOO_DEEP, PICTURE_OUTSIDE, RAW_HTML, STRAY_PICTURE, passages, tables,
};
use crate::content::diagrams::DiagramId;
use crate::content::model::{
    AlertKind, Block, BlockKind, Code, Definition, Figure, Heading, Inline, Item, List, Passage, Picture,
};
use crate::content::screenshots::ShotId;
use crate::content::text;
use crate::diag::Diagnostic;
use crate::edition::EditionSet;
use crate::route::Anchor;

/// A block, or a marker that stands where a block could.
pub(super) enum Piece {
    /// A finished block.
    Block(Block),
    /// `:::mage-os` or `:::`, with what stands behind the colons.
    Marker(String, Range<usize>),
}

/// Reads all blocks of a page.
pub(super) fn parse_document(events: &mut Events<'_>, context: &mut Context<'_>) -> Vec<Block> {
    parse_blocks(events, context, 0)
}

/// Reads the blocks of a container up to its end, which is taken.
fn parse_blocks(events: &mut Events<'_>, context: &mut Context<'_>, depth: usize) -> Vec<Block> {
    let mut pieces = Vec::new();
    while let Some(event) = events.peek() {
        if is_inline(event) {
            pieces.push(tight_paragraph(events, context));
            continue;
        }
        let Some((event, range)) = events.next() else { break };
        match event {
            Event::End(_) => break,
            Event::Start(tag) => pieces.extend(parse_container(tag, range, events, context, depth)),
            Event::Rule => pieces.push(Piece::Block(block(range, BlockKind::Rule))),
            _ => {}
        }
    }
    passages::fold(pieces, context)
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        _ => false,
    }
}

pub(super) const fn block(span: Range<usize>, kind: BlockKind) -> Block {
    Block { span, editions: EditionSet::BOTH, kind }
}

/// Reads the text of a tight list item, which the Markdown reader gives without a paragraph around it.
fn tight_paragraph(events: &mut Events<'_>, context: &mut Context<'_>) -> Piece {
    if matches!(events.peek(), Some(Event::Start(Tag::Image { .. })))
        && let Some((Event::Start(tag), range)) = events.next()
    {
        return Piece::Block(figure_or_nothing(tag, range, events, context));
    }
    let start = events.next_start();
    let content = parse_inlines(events, context, Stop::BeforeBlock);
    Piece::Block(block(start..events.last_end(), BlockKind::Paragraph(content)))
}

fn parse_container(
    tag: Tag<'_>,
    range: Range<usize>,
    events: &mut Events<'_>,
    context: &mut Context<'_>,
    depth: usize,
) -> Option<Piece> {
    let nests = matches!(tag, Tag::List(_) | Tag::BlockQuote(_) | Tag::DefinitionList);
    if nests && depth >= DEPTH_MAX {
        events.skip_container();
        let start = range.start..range.start + 1;
        let message = format!("lists and quotations are more than {DEPTH_MAX} deep here");
        context
            .report(Diagnostic::at(&NESTED_TOO_DEEP, context.file, start, message).help("split the steps or the page"));
        return None;
    }
    let depth = depth + usize::from(nests);
    let kind = match tag {
        Tag::Paragraph => return Some(parse_paragraph(range, events, context)),
        Tag::Heading { level, .. } => parse_heading(level, &range, events, context),
        Tag::List(start) => BlockKind::List(List { start, items: parse_items(events, context, depth) }),
        Tag::BlockQuote(None) => BlockKind::Quote(parse_blocks(events, context, depth)),
        Tag::BlockQuote(Some(kind)) => BlockKind::Alert(alert_kind(kind), parse_blocks(events, context, depth)),
        Tag::CodeBlock(kind) => BlockKind::Code(parse_code(&kind, &range, events, context)),
        Tag::Table(alignments) => BlockKind::Table(tables::parse(&alignments, events, context)),
        Tag::FootnoteDefinition(label) => BlockKind::Footnote(label.to_string(), parse_blocks(events, context, depth)),
        Tag::DefinitionList => BlockKind::Definitions(parse_definitions(events, context, depth)),
        Tag::HtmlBlock => {
            events.skip_container();
            let first_line = context.file.text[range.clone()].lines().next().unwrap_or_default().to_owned();
            let span = range.start..range.start + first_line.len();
            let found =
                Diagnostic::at(&RAW_HTML, context.file, span, format!("HTML is not allowed here: `{first_line}`"));
            context.report(found.help("write Markdown, or put it into a code block to show it"));
            return None;
        }
        _ => {
            events.skip_container();
            return None;
        }
    };
    Some(Piece::Block(block(range, kind)))
}

const fn alert_kind(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

fn parse_paragraph(range: Range<usize>, events: &mut Events<'_>, context: &mut Context<'_>) -> Piece {
    let source = context.file.text[range.clone()].trim();
    if let Some(name) = source.strip_prefix(":::")
        && !name.contains('\n')
    {
        let name = name.trim().to_owned();
        let span = range.start..range.start + source.len();
        events.skip_container();
        return Piece::Marker(name, span);
    }
    if matches!(events.peek(), Some(Event::Start(Tag::Image { .. })))
        && let Some((Event::Start(tag), image_range)) = events.next()
    {
        let figure = figure_or_nothing(tag, image_range, events, context);
        let rest = parse_inlines(events, context, Stop::AtEnd);
        if !rest.is_empty() {
            let found =
                Diagnostic::at(&STRAY_PICTURE, context.file, range, "text stands in the paragraph of a picture");
            context.report(found.help("put a blank line between the picture and the text"));
        }
        return Piece::Block(figure);
    }
    let content = parse_inlines(events, context, Stop::AtEnd);
    passages::check_marker_in_text(&content, &range, context);
    Piece::Block(block(range, BlockKind::Paragraph(content)))
}

/// Reads a picture, whose start was taken; one that is neither screenshot nor diagram is reported and gives an empty paragraph.
fn figure_or_nothing(tag: Tag<'_>, range: Range<usize>, events: &mut Events<'_>, context: &mut Context<'_>) -> Block {
    let Tag::Image { dest_url, title, .. } = tag else { return block(range, BlockKind::Paragraph(Vec::new())) };
    let mut alt = String::new();
    let mut depth = 1;
    while depth > 0 {
        match events.next() {
            Some((Event::Start(_), _)) => depth += 1,
            Some((Event::End(_), _)) => depth -= 1,
            Some((Event::Text(text) | Event::Code(text), _)) => alt.push_str(&text),
            Some((Event::SoftBreak | Event::HardBreak, _)) => alt.push(' '),
            Some(_) => {}
            None => break,
        }
    }
    let Some(picture) = picture(&dest_url) else {
        report_picture(&dest_url, range.clone(), context);
        return block(range, BlockKind::Paragraph(Vec::new()));
    };
    let alt = context.wording(&alt, &range, Place::Prose);
    let caption = (!title.is_empty()).then(|| context.wording(&title, &range, Place::Prose));
    block(range, BlockKind::Figure(Figure { picture, alt, caption }))
}

fn picture(address: &str) -> Option<Picture> {
    match address.split_once(':')? {
        ("shot", name) => ShotId::parse(name).map(Picture::Screenshot),
        ("diagram", name) => DiagramId::parse(name).map(Picture::Diagram),
        _ => None,
    }
}

fn report_picture(address: &str, span: Range<usize>, context: &mut Context<'_>) {
    let range = context.address_range(address, &span);
    let found = if address.split(['/', '\\', ':']).any(|part| part == "..") {
        Diagnostic::at(&PICTURE_OUTSIDE, context.file, range, format!("the picture `{address}` leaves public/"))
    } else {
        Diagnostic::at(&STRAY_PICTURE, context.file, range, format!("`{address}` names no screenshot and no diagram"))
    };
    context.report(found.help("write `![alt](shot:guide/name \"Caption\")` or `![alt](diagram:name \"Caption\")`"));
}

fn parse_heading(
    level: HeadingLevel,
    range: &Range<usize>,
    events: &mut Events<'_>,
    context: &mut Context<'_>,
) -> BlockKind {
    let mut content = parse_inlines(events, context, Stop::AtEnd);
    let written = take_written_anchor(&mut content);
    let anchor = written.unwrap_or_else(|| Anchor::from_heading(&text::neutral(&content)));
    let line = range.start..range.start + context.file.text[range.clone()].trim_end().len();
    if anchor.as_str().is_empty() {
        context.error(&BAD_HEADING, line.clone(), "this heading has no words");
    }
    if level == HeadingLevel::H1 {
        let found = Diagnostic::at(&BAD_HEADING, context.file, line, "a heading of level 1 stands in the text");
        context.report(found.help("the title comes from the front matter; begin headings with `##`"));
    }
    BlockKind::Heading(Heading { level: (level as u8).max(2), anchor, content })
}

/// Takes `{#anchor}` from the end of a heading.
fn take_written_anchor(content: &mut [Inline]) -> Option<Anchor> {
    let Some(Inline::Text(last)) = content.last_mut() else { return None };
    let (words, id) = last.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let fits = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let anchor = fits.then(|| Anchor::written(id))?;
    *last = words.trim_end().to_owned();
    Some(anchor)
}

fn parse_items(events: &mut Events<'_>, context: &mut Context<'_>, depth: usize) -> Vec<Item> {
    let mut items = Vec::new();
    while let Some((Event::Start(Tag::Item), _)) = events.next() {
        let task = events.next_box();
        items.push(Item { task, blocks: parse_blocks(events, context, depth) });
    }
    items
}

fn parse_code(
    kind: &CodeBlockKind<'_>,
    range: &Range<usize>,
    events: &mut Events<'_>,
    context: &mut Context<'_>,
) -> Code {
    let mut source = String::new();
    let mut place = range.clone();
    while let Some((event, at)) = events.next() {
        match event {
            Event::Text(text) => {
                if source.is_empty() {
                    place = at.clone();
                }
                place.end = at.end;
                source.push_str(&text);
            }
            Event::End(TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
        CodeBlockKind::Indented => String::new(),
    };
    let text = source.trim_end_matches('\n');
    Code { language, text: context.wording(text, &place, Place::Code) }
}

fn parse_definitions(events: &mut Events<'_>, context: &mut Context<'_>, depth: usize) -> Vec<Definition> {
    let mut list: Vec<Definition> = Vec::new();
    while let Some((Event::Start(tag), _)) = events.next() {
        if tag == Tag::DefinitionListTitle {
            let term = parse_inlines(events, context, Stop::AtEnd);
            list.push(Definition { term, anchor: None, meanings: Vec::new() });
            continue;
        }
        let meaning = parse_blocks(events, context, depth);
        if let Some(entry) = list.last_mut() {
            entry.meanings.push(meaning);
        }
    }
    list
}

/// Gives every block the editions that see it: those of what holds it, narrowed by passages on the way.
pub(crate) fn assign_editions(blocks: &mut [Block], editions: EditionSet) {
    for block in blocks {
        block.editions = editions;
        match &mut block.kind {
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) | BlockKind::Footnote(_, inner) => {
                assign_editions(inner, editions);
            }
            BlockKind::Passage(Passage { edition, blocks, .. }) => {
                block.editions = editions.intersect(EditionSet::only(*edition));
                assign_editions(blocks, block.editions);
            }
            BlockKind::List(list) => {
                list.items.iter_mut().for_each(|item| assign_editions(&mut item.blocks, editions));
            }
            BlockKind::Definitions(list) => {
                let meanings = list.iter_mut().flat_map(|entry| &mut entry.meanings);
                meanings.for_each(|inner| assign_editions(inner, editions));
            }
            BlockKind::Heading(_)
            | BlockKind::Paragraph(_)
            | BlockKind::Code(_)
            | BlockKind::Table(_)
            | BlockKind::Figure(_)
            | BlockKind::Rule => {}
        }
    }
}
