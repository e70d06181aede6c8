//! The sections of a page: a heading and what stands below it, up to the next heading.

use super::model::{Block, BlockKind, Heading};
use crate::edition::EditionSet;

/// A heading with its editions and the blocks below it.
#[derive(Debug)]
pub struct Section<'a> {
    /// The heading; `None` for what stands above the first one.
    pub heading: Option<&'a Heading>,
    /// Who sees the heading.
    pub editions: EditionSet,
    /// What stands below it; passages that hold headings of their own are split among the sections.
    pub blocks: Vec<&'a Block>,
}

/// Splits blocks into sections; headings inside passages begin sections of their own.
#[must_use]
pub fn sections(blocks: &[Block], editions: EditionSet) -> Vec<Section<'_>> {
    let mut out = vec![Section { heading: None, editions, blocks: Vec::new() }];
    collect(blocks, &mut out);
    out
}

fn collect<'a>(blocks: &'a [Block], out: &mut Vec<Section<'a>>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading(heading) => {
                out.push(Section { heading: Some(heading), editions: block.editions, blocks: Vec::new() });
            }
            BlockKind::Passage(passage) => collect(&passage.blocks, out),
            _ => {
                if let Some(section) = out.last_mut() {
                    section.blocks.push(block);
                }
            }
        }
    }
}
