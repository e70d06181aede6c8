//! # step-without-action
//!
//! An item among numbered steps begins neither with what to do nor with where, when or whether to do it. What must be so
//! and questions are things to check, and a list whose items mostly describe something has no steps.
//!
//! Why: who follows steps looks for the verb, and does not know what to do where there is none.
//!
//! Bad:
//!
//! ```md
//! 1. Go to [Sales > Operations > Orders](admin:).
//! 2. Open the order.
//! 3. The credit memo opens.
//! 4. Select **Refund Offline**.
//! ```
//!
//! Good:
//!
//! ```md
//! 1. Go to [Sales > Operations > Orders](admin:).
//! 2. Open the order.
//! 3. Select **Credit Memo**. It opens.
//! 4. Select **Refund Offline**.
//! ```

use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Item, List, walk_blocks};
use crate::content::style::Steps;
use crate::content::text;
use crate::diag::{Diagnostic, Lint};

/// The rule.
pub(crate) static STEP_WITHOUT_ACTION: Lint =
    Lint::warning("step-without-action", "a step that does not begin with what to do");

/// For each item without action, so many begin with a verb. With fewer, lists of areas and of conditions would be taken for
/// steps; with more, one bad step of four would go unseen.
const VERBS_PER_IDLE: usize = 3;

/// What an item of a numbered list does.
enum Kind<'a> {
    /// It begins with a verb.
    Action,
    /// It begins with a place, a time or a condition, asks a question, says what must be so, or is no text.
    Other,
    /// It begins with a word that asks for nothing.
    Idle(&'a Block, String),
}

pub(super) fn check(page: &Page, steps: &Steps, diagnostics: &mut Vec<Diagnostic>) {
    walk_blocks(&page.blocks, &mut |block| {
        let BlockKind::List(list @ List { start: Some(_), .. }) = &block.kind else { return };
        let kinds: Vec<Kind<'_>> = list.items.iter().map(|item| kind(item, steps)).collect();
        let verbs = kinds.iter().filter(|kind| matches!(kind, Kind::Action)).count();
        let idle: Vec<_> = kinds
            .iter()
            .filter_map(|kind| if let Kind::Idle(at, word) = kind { Some((at, word)) } else { None })
            .collect();
        if idle.len() * VERBS_PER_IDLE > verbs {
            return;
        }
        for (paragraph, word) in idle {
            let source = page.file.text.get(paragraph.span.clone()).unwrap_or_default();
            let start = paragraph.span.start + source.find(word.as_str()).unwrap_or(0);
            let message = format!("this step begins with `{word}`, not with what to do");
            let found = Diagnostic::at(&STEP_WITHOUT_ACTION, &page.file, start..start + word.len(), message);
            diagnostics.push(found.help(
                "begin with a verb such as `Select`, or with `In …,` or `If …,`; a verb that is missing belongs into \
                 docs/style.toml",
            ));
        }
    });
}

fn kind<'a>(item: &'a Item, steps: &Steps) -> Kind<'a> {
    let Some(paragraph) = item.blocks.first() else { return Kind::Other };
    let BlockKind::Paragraph(content) = &paragraph.kind else { return Kind::Other };
    let mut kind = Kind::Other;
    for edition in paragraph.editions.iter() {
        let words = text::plain(content, edition);
        let first = first_word(&words);
        let lower = first.to_lowercase();
        if steps.verbs.contains(&lower) {
            kind = Kind::Action;
        } else if !first.is_empty() && !steps.openings.contains(&lower) && !is_check(&words) {
            return Kind::Idle(paragraph, first.to_owned());
        }
    }
    kind
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default()
}

/// Tells whether an item is something to check: a question, or what must be so.
fn is_check(words: &str) -> bool {
    let end = [". ", "? ", "! "].iter().filter_map(|end| words.find(end)).min().map_or(words.len(), |at| at + 1);
    let first = &words[..end];
    first.trim_end().ends_with('?') || first.contains(" must ") || first.contains(" should ")
}
