//! # vague-link-text
//!
//! The words of a link do not say where it leads.
//!
//! Why: who moves from link to link with a screen reader hears "here, here, more", and search engines learn nothing
//! either.
//!
//! Bad:
//!
//! ```md
//! To give money back, see [this page](/sales/refund/).
//! ```
//!
//! Good:
//!
//! ```md
//! See [Refund an order](/sales/refund/).
//! ```

use crate::content::link::LinkTarget;
use crate::content::manual::Page;
use crate::content::model::Link;
use crate::content::text;
use crate::diag::{Diagnostic, Lint};
use crate::edition::EditionSet;

/// The rule.
pub(crate) static VAGUE_LINK_TEXT: Lint =
    Lint::warning("vague-link-text", "a link whose words do not say where it leads");

/// Words that stand in no relation to what they link.
const VAGUE: [&str; 17] = [
    "article",
    "click",
    "click here",
    "details",
    "find out more",
    "here",
    "learn more",
    "link",
    "more",
    "more information",
    "read more",
    "see here",
    "see more",
    "this",
    "this article",
    "this link",
    "this page",
];

pub(super) fn check(page: &Page, link: &Link, editions: EditionSet, diagnostics: &mut Vec<Diagnostic>) {
    let leads_on = matches!(link.target, LinkTarget::Page(..) | LinkTarget::Heading(_) | LinkTarget::Outside(_));
    let is_vague =
        |words: &str| VAGUE.contains(&words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    if !leads_on || !editions.iter().any(|edition| is_vague(&text::plain(&link.content, edition))) {
        return;
    }
    let source = page.file.text.get(link.span.clone()).unwrap_or_default();
    let end = source.rfind("](").unwrap_or(source.len());
    let range = link.span.start + 1..link.span.start + end.max(1);
    let words = page.file.text.get(range.clone()).unwrap_or_default();
    let found = Diagnostic::at(
        &VAGUE_LINK_TEXT,
        &page.file,
        range.clone(),
        format!("`{words}` does not say where this link leads"),
    );
    diagnostics.push(found.help("link the words that name what is there, such as the title of the page"));
}
