//! Blocks as Markdown: lines without the margin of what they stand in, which puts it before them.

use super::Reader;
use super::escape::{self, Place};
use super::inlines::{inlines, pieces};
use super::resolve::{Mark, Piece, push_marked, resolve};
use super::tables::table;
use crate::content::model::{AlertKind, Block, BlockKind, Code, Definition, Figure, Item, List, Picture};

/// Returns the lines of blocks with an empty line between any two.
pub(super) fn blocks(list: &[Block], reader: &Reader<'_>) -> Vec<String> {
    let visible = visible(list, reader);
    let mut lines: Vec<String> = Vec::new();
    let mut marker = Marker::First;
    for (i, block) in visible.iter().enumerate() {
        let continues = i > 0 && are_alike(visible[i - 1], block);
        marker = if continues { marker.other() } else { Marker::First };
        append(&mut lines, self::block(block, marker, reader));
    }
    lines
}

/// Adds the lines of a block behind an empty line.
pub(super) fn append(lines: &mut Vec<String>, block: Vec<String>) {
    if block.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(block);
}

/// Returns what the reader's edition sees, passages opened.
fn visible<'a>(list: &'a [Block], reader: &Reader<'_>) -> Vec<&'a Block> {
    let shown = list.iter().filter(|block| block.editions.contains(reader.edition));
    shown
        .flat_map(|block| match &block.kind {
            BlockKind::Passage(passage) => visible(&passage.blocks, reader),
            // All of them stand below the text.
            BlockKind::Footnote(..) => Vec::new(),
            _ => vec![block],
        })
        .collect()
}

/// Which of the two markers a list has: two lists in a row with one marker would be one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// `-` and `1.`.
    First,
    /// `+` and `1)`.
    Second,
}

impl Marker {
    const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

fn are_alike(one: &Block, other: &Block) -> bool {
    let is_numbered = |block: &Block| match &block.kind {
        BlockKind::List(list) => Some(list.start.is_some()),
        BlockKind::Definitions(_) => Some(false),
        _ => None,
    };
    is_numbered(one).is_some() && is_numbered(one) == is_numbered(other)
}

fn block(block: &Block, marker: Marker, reader: &Reader<'_>) -> Vec<String> {
    match &block.kind {
        BlockKind::Heading(heading) => {
            let words = inlines(&heading.content, Place::Heading, reader);
            vec![format!("{} {words}", "#".repeat(usize::from(heading.level)))]
        }
        BlockKind::Paragraph(content) => paragraph(&inlines(content, Place::Paragraph, reader)),
        BlockKind::List(list) => self::list(list, marker, reader),
        BlockKind::Quote(inner) => quoted(&blocks(inner, reader)),
        BlockKind::Alert(kind, inner) => alert(*kind, inner, reader),
        BlockKind::Code(code) => self::code(code, reader),
        BlockKind::Table(content) => table(content, reader),
        BlockKind::Figure(figure) => self::figure(figure, reader),
        BlockKind::Definitions(list) => definitions(list, marker, reader),
        BlockKind::Rule => vec!["***".to_owned()],
        BlockKind::Passage(_) | BlockKind::Footnote(..) => Vec::new(),
    }
}

/// Returns the lines of a paragraph.
pub(super) fn paragraph(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.lines().map(str::to_owned).collect() }
}

/// Sets a margin before lines: `first` before the first, `rest` before all others that are not empty.
fn with_margin(lines: &[String], first: &str, rest: &str) -> Vec<String> {
    let with = |margin: &str, line: &str| if line.is_empty() { String::new() } else { format!("{margin}{line}") };
    let (head, tail) = match lines.split_first() {
        Some((head, tail)) => (head.as_str(), tail),
        None => ("", &[][..]),
    };
    let head = format!("{first}{head}").trim_end().to_owned();
    std::iter::once(head).chain(tail.iter().map(|line| with(rest, line))).collect()
}

fn quoted(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect()
}

fn alert(kind: AlertKind, inner: &[Block], reader: &Reader<'_>) -> Vec<String> {
    let title = format!("[!{}]", kind.id().to_uppercase());
    quoted(&std::iter::once(title).chain(blocks(inner, reader)).collect::<Vec<_>>())
}

fn list(list: &List, marker: Marker, reader: &Reader<'_>) -> Vec<String> {
    let is_tight = list.items.iter().all(|item| is_tight(&visible(&item.blocks, reader)));
    let mut lines = Vec::new();
    for (item, number) in list.items.iter().zip(list.start.unwrap_or(1)..) {
        let sign = match (list.start, marker) {
            (None, Marker::First) => "- ".to_owned(),
            (None, Marker::Second) => "+ ".to_owned(),
            (Some(_), Marker::First) => format!("{number}. "),
            (Some(_), Marker::Second) => format!("{number}) "),
        };
        if !is_tight && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(self::item(item, &sign, is_tight, reader));
    }
    lines
}

/// Tells whether an item is one line with no more than a list below it.
fn is_tight(content: &[&Block]) -> bool {
    match content {
        [] => true,
        [first, rest @ ..] => {
            let can_follow = |block: &Block| matches!(&block.kind, BlockKind::List(list) if list.start.is_none_or(|start| start == 1));
            matches!(first.kind, BlockKind::Paragraph(_))
                && rest.len() <= 1
                && rest.iter().all(|block| can_follow(block))
        }
    }
}

fn item(item: &Item, sign: &str, is_tight: bool, reader: &Reader<'_>) -> Vec<String> {
    let task = match item.task {
        None => "",
        Some(false) => "[ ] ",
        Some(true) => "[x] ",
    };
    let mut lines = blocks(&item.blocks, reader);
    if is_tight {
        lines.retain(|line| !line.is_empty());
    }
    with_margin(&lines, &format!("{sign}{task}"), &" ".repeat(sign.len()))
}

fn code(code: &Code, reader: &Reader<'_>) -> Vec<String> {
    let text = code.text.text(reader.edition);
    let fence = "`".repeat((escape::longest_run(&text, '`') + 1).max(3));
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let inner = text.split('\n').map(str::to_owned);
    std::iter::once(format!("{fence}{}", code.language)).chain(inner).chain([fence.clone()]).collect()
}

fn figure(figure: &Figure, reader: &Reader<'_>) -> Vec<String> {
    let alt = pieces(&[Piece::Text("x".to_owned() + &figure.alt.text(reader.edition))], Place::Paragraph);
    let alt = &alt[1..];
    let caption = figure.caption.as_ref().map(|caption| caption.text(reader.edition));
    let marked = |mark, text: String| {
        let mut list = Vec::new();
        push_marked(&mut list, mark, vec![Piece::Text(text)]);
        paragraph(&pieces(&list, Place::Paragraph))
    };
    let mut lines = Vec::new();
    match (&figure.picture, reader.picture(figure)) {
        (Picture::Screenshot(_), Some(address)) => {
            lines.push(format!("![{alt}]({})", escape::address(&address)));
            append(&mut lines, caption.map(|text| marked(Mark::Emphasis, text)).unwrap_or_default());
        }
        (Picture::Screenshot(_), None) => {}
        (Picture::Diagram(_), _) => {
            let title = caption.map_or_else(|| "Diagram".to_owned(), |text| format!("Diagram: {text}"));
            lines.extend(marked(Mark::Strong, title));
            append(&mut lines, paragraph(&pieces(&[Piece::Text(figure.alt.text(reader.edition))], Place::Paragraph)));
        }
    }
    lines
}

/// Writes terms as a list: definition lists are no part of the Markdown that all readers know.
fn definitions(list: &[Definition], marker: Marker, reader: &Reader<'_>) -> Vec<String> {
    let sign = if marker == Marker::First { "- " } else { "+ " };
    let mut lines = Vec::new();
    for entry in list {
        let mut term = Vec::new();
        push_marked(&mut term, Mark::Strong, resolve(&entry.term, reader));
        let mut inner = paragraph(&pieces(&term, Place::Paragraph));
        for meaning in &entry.meanings {
            append(&mut inner, blocks(meaning, reader));
        }
        append(&mut lines, with_margin(&inner, sign, "  "));
    }
    lines
}

/// Returns the text of a footnote.
pub(super) fn footnote(label: &str, inner: &[Block], reader: &Reader<'_>) -> Vec<String> {
    with_margin(&blocks(inner, reader), &format!("[^{label}]: "), "    ")
}

/// Returns a title or a sentence.
pub(super) fn words(text: &str, place: Place) -> String {
    pieces(&[Piece::Text(text.to_owned())], place)
}

/// Returns an item of a list of pages.
pub(super) fn link_item(title: &str, address: &str, sentence: &str) -> String {
    let link = Piece::Link(address.to_owned(), vec![Piece::Text(title.to_owned())]);
    let text = Piece::Text(format!(": {sentence}"));
    format!("- {}", pieces(&[link, text], Place::Paragraph))
}
