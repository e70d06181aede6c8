//! Running text without markup, as one edition reads it.

use super::link::LinkTarget;
use super::model::{Block, BlockKind, Inline};
use crate::edition::Edition;

/// Returns the words of a run of inlines.
#[must_use]
pub fn plain(inlines: &[Inline], edition: Edition) -> String {
    let mut out = String::new();
    push_inlines(&mut out, inlines, edition);
    out
}

/// Returns the words with the names of terms for their values, the same for both editions: what anchors are made of.
#[must_use]
pub fn neutral(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Term { key, .. } => key.clone(),
            Inline::Code(wording) => wording.neutral(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => neutral(inner),
            Inline::Link(link) => neutral(&link.content),
            Inline::Either(sides) => neutral(&sides.open_source),
            other => plain(std::slice::from_ref(other), Edition::OpenSource),
        })
        .collect()
}

fn push_inlines(out: &mut String, inlines: &[Inline], edition: Edition) {
    for inline in inlines {
        match inline {
            Inline::Text(text) if text == "\n" => out.push(' '),
            Inline::Text(text) => out.push_str(text),
            Inline::Term { values, .. } => out.push_str(values.get(edition)),
            Inline::Either(sides) => push_inlines(out, sides.get(edition), edition),
            Inline::Code(wording) => out.push_str(&wording.text(edition)),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push_inlines(out, inner, edition);
            }
            Inline::Link(link) => {
                if matches!(link.target, LinkTarget::Command(_)) {
                    out.push_str("bin/magento ");
                }
                push_inlines(out, &link.content, edition);
            }
            Inline::FootnoteMark(_) => {}
            Inline::Break => out.push(' '),
        }
    }
}

/// Returns the words of blocks, a line a block, without those that the edition does not see.
#[must_use]
pub fn of_blocks(blocks: &[Block], edition: Edition) -> String {
    let mut out = String::new();
    for block in blocks {
        push_block(&mut out, block, edition);
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    if !line.trim().is_empty() {
        out.push_str(line.trim());
        out.push('\n');
    }
}

fn push_block(out: &mut String, block: &Block, edition: Edition) {
    if !block.editions.contains(edition) {
        return;
    }
    let mut each = |blocks: &[Block]| blocks.iter().for_each(|block| push_block(out, block, edition));
    match &block.kind {
        BlockKind::Quote(inner) | BlockKind::Alert(_, inner) | BlockKind::Footnote(_, inner) => each(inner),
        BlockKind::Passage(passage) => each(&passage.blocks),
        BlockKind::List(list) => list.items.iter().for_each(|item| each(&item.blocks)),
        BlockKind::Heading(heading) => push_line(out, &plain(&heading.content, edition)),
        BlockKind::Paragraph(content) => push_line(out, &plain(content, edition)),
        BlockKind::Code(code) => push_line(out, &code.text.text(edition)),
        BlockKind::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                let cells: Vec<String> = row.iter().map(|cell| plain(cell, edition)).collect();
                push_line(out, &cells.join(" · "));
            }
        }
        BlockKind::Figure(figure) => {
            if let Some(caption) = &figure.caption {
                push_line(out, &caption.text(edition));
            }
            push_line(out, &figure.alt.text(edition));
        }
        BlockKind::Definitions(list) => {
            for entry in list {
                push_line(out, &plain(&entry.term, edition));
                entry.meanings.iter().flatten().for_each(|block| push_block(out, block, edition));
            }
        }
        BlockKind::Rule => {}
    }
}
