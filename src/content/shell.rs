//! The commands that stand in code: `bin/magento cache:flush` in a block or in a line.

use std::ops::Range;

use super::manual::{Manual, Page};
use super::model::{Block, BlockKind, Inline, walk_blocks, walk_inlines};
use super::wording::Wording;
use crate::edition::{Edition, EditionSet};

/// A command that stands in code.
pub(crate) struct Mention<'a> {
    /// The page.
    pub page: &'a Page,
    /// The block.
    pub span: Range<usize>,
    /// For whom.
    pub editions: EditionSet,
    /// `cache:flush`.
    pub name: &'a str,
    /// The words behind it up to the end of the command.
    pub arguments: Vec<&'a str>,
}

impl Mention<'_> {
    /// Returns where a word of the mention stands in the file; the block's start when terms hide it.
    pub(crate) fn place_of(&self, word: &str) -> usize {
        let source = self.page.file.text.get(self.span.clone()).unwrap_or_default();
        let whole = [&[self.name], self.arguments.as_slice()].concat().join(" ");
        let command =
            source.find(&format!("{PROGRAM}{whole}")).or_else(|| source.find(&format!("{PROGRAM}{}", self.name)));
        let start = command.map_or(0, |at| at + PROGRAM.len());
        self.span.start + source[start..].find(word).map_or(0, |at| start + at)
    }
}

const PROGRAM: &str = "bin/magento ";

/// Calls `visit` for every command in the manual's code.
pub(crate) fn commands(manual: &Manual, visit: &mut impl FnMut(&Mention<'_>)) {
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            if let BlockKind::Code(code) = &block.kind {
                in_wording(page, block, block.editions, &code.text, visit);
            }
            walk_inlines(block, &mut |inline, editions| {
                if let Inline::Code(code) = inline {
                    in_wording(page, block, editions, code, visit);
                }
            });
        });
    }
}

fn in_wording(page: &Page, block: &Block, editions: EditionSet, code: &Wording, visit: &mut impl FnMut(&Mention<'_>)) {
    if !code.0.iter().any(|part| Edition::ALL.iter().any(|edition| part.text(*edition).contains("bin/magento"))) {
        return;
    }
    let audiences = if code.is_same() { vec![editions] } else { editions.iter().map(EditionSet::only).collect() };
    for editions in audiences {
        let Some(edition) = editions.iter().next() else { continue };
        let text = code.text(edition);
        for line in text.lines() {
            for (at, _) in line.match_indices(PROGRAM) {
                if let Some((name, arguments)) = command(&line[at + PROGRAM.len()..]) {
                    visit(&Mention { page, span: block.span.clone(), editions, name, arguments });
                }
            }
        }
    }
}

/// Reads name and words of a command up to where the shell begins another; `None` for options and placeholders.
fn command(text: &str) -> Option<(&str, Vec<&str>)> {
    let end = text.find([';', '|', '&', '`', ')', '#']).unwrap_or(text.len());
    let mut words = text[..end].split_whitespace();
    let name = words.next()?;
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b":_-".contains(&b);
    let is_name = name.as_bytes()[0].is_ascii_lowercase() && name.bytes().all(fits);
    is_name.then(|| (name, words.collect()))
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn a_command_ends_where_the_shell_begins_another() {
        assert_eq!(command("cache:clean config && php x"), Some(("cache:clean", vec!["config"])));
        assert_eq!(command("cache:flush; bin/magento x"), Some(("cache:flush", vec![])));
        assert_eq!(command("--version"), None);
        assert_eq!(command("<command>"), None);
        assert_eq!(command("COMMAND"), None);
        assert_eq!(command(""), None);
    }
}
