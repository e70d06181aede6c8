//! The text of a page as HTML: both editions in the same bytes, told apart by `data-only`.
//!
//! Everything is written through [`Html`], which escapes; no author's text can open a tag, and every element is closed
//! where it was opened, so an article can never leave its wrapper.

mod block;
mod collected;
mod diagram;
mod fact;
mod figure;
mod html;
mod inline;
mod own_shop;

pub(super) use collected::{Collected, Pages, page_id};
pub use html::{Html, escape};
pub(super) use inline::both;
pub use inline::{inlines, wording};

use crate::content::manual::{Manual, Page};
use crate::content::model::Inline;
use crate::content::model::{BlockKind, PassageRole, walk_blocks, walk_inlines};
use crate::route::BasePath;

/// What the writers of an article need to know.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The manual, for screenshots.
    pub manual: &'a Manual,
    /// The sub-path that links begin with.
    pub base: &'a BasePath,
}

/// Returns the article of a page.
#[must_use]
pub fn render(page: &Page, context: Context<'_>) -> String {
    let mut html = Html::default();
    block::blocks(&mut html, &page.blocks, context);
    block::footnotes(&mut html, &page.blocks, context);
    fact::cards(&mut html, &page.blocks, context);
    html.finish()
}

/// Returns the article of a page in a document of many.
#[must_use]
pub(super) fn render_collected(page: &Page, among: Collected, context: Context<'_>) -> String {
    let mut html = Html::collected(among);
    block::blocks(&mut html, &page.blocks, context);
    block::footnotes(&mut html, &page.blocks, context);
    html.finish()
}

/// Counts the places of a page at which the editions differ, as a reader would: a pair is one place, a screenshot pair
/// and a term are none.
#[must_use]
pub fn count_differences(page: &Page) -> usize {
    let mut count = 0;
    walk_blocks(&page.blocks, &mut |block| {
        match &block.kind {
            BlockKind::Passage(passage) if passage.role != PassageRole::SecondOfPair => count += 1,
            _ => {}
        }
        walk_inlines(block, &mut |inline, _| count += usize::from(matches!(inline, Inline::Either(_))));
    });
    count
}

#[cfg(test)]
mod tests;
