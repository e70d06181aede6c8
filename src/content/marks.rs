//! The numbers in screenshots, and where the text beside them uses the numbers.

use std::ops::Range;

use super::front_matter;
use super::manual::{Manual, Page};
use super::model::{BlockKind, Figure, Picture, walk_blocks};
use super::screenshots::{Screenshot, ShotId};
use crate::edition::{Edition, EditionSet};

/// A screenshot on a page.
pub(crate) struct Shown<'a> {
    /// Its name.
    pub id: &'a ShotId,
    /// The figure.
    pub figure: &'a Figure,
    /// Where its name stands in the page's file.
    pub name: Range<usize>,
    span: Range<usize>,
    editions: EditionSet,
    shot: Option<&'a Screenshot>,
}

impl Shown<'_> {
    /// Tells whether the screenshot exists.
    pub(crate) const fn is_known(&self) -> bool {
        self.shot.is_some()
    }

    /// Iterates over the marks that readers of an edition see, with their numbers.
    pub(crate) fn numbered(&self, edition: Edition) -> impl Iterator<Item = (usize, &str)> {
        let shot = self.shot.filter(|_| self.editions.contains(edition));
        let marks = shot.and_then(|shot| shot.editions.get(&edition)).map(|capture| &capture.marks);
        let numbered = (1..).zip(marks.into_iter().flatten());
        numbered.filter(|(_, mark)| mark.area.is_some()).map(|(number, mark)| (number, &*mark.label))
    }

    /// Iterates over the labels that are marked for readers of an edition.
    pub(crate) fn labels(&self, edition: Edition) -> impl Iterator<Item = &str> {
        self.numbered(edition).map(|(_, label)| label)
    }

    /// Returns the label of a number.
    pub(crate) fn label(&self, edition: Edition, number: usize) -> Option<&str> {
        self.numbered(edition).find(|(known, _)| *known == number).map(|(_, label)| label)
    }
}

/// Returns the screenshots of a page in order.
pub(crate) fn figures<'a>(manual: &'a Manual, page: &'a Page) -> Vec<Shown<'a>> {
    let mut found = Vec::new();
    walk_blocks(&page.blocks, &mut |block| {
        let BlockKind::Figure(figure @ Figure { picture: Picture::Screenshot(id), .. }) = &block.kind else { return };
        let (span, shot) = (block.span.clone(), manual.screenshots.get(id));
        let source = page.file.text.get(span.clone()).unwrap_or_default();
        let start = span.start + source.rfind(id.as_str()).unwrap_or(0);
        let name = start..start + id.as_str().len();
        found.push(Shown { id, figure, name, span, editions: block.editions, shot });
    });
    found
}

/// A heading of level 2 with all below it.
pub(crate) struct Section<'a> {
    /// Its screenshots.
    pub figures: Vec<Shown<'a>>,
    /// Its source without those of the screenshots.
    pub text: String,
}

impl Section<'_> {
    /// Tells whether it has words beside its heading and its screenshots.
    pub(crate) fn has_words(&self) -> bool {
        self.text.lines().any(|line| !line.starts_with('#') && line.contains(char::is_alphabetic))
    }

    /// Tells whether a number of a mark is used: "(3)", "(1 and 2)", "(3 in the picture)".
    pub(crate) fn has_numbers(&self) -> bool {
        self.text.match_indices('(').any(|(at, _)| {
            let digits = self.text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let next = self.text[at + 1 + digits..].chars().next();
            (1..=2).contains(&digits) && next.is_some_and(|c| " ),–-".contains(c))
        })
    }
}

/// Returns the sections of a page that show screenshots.
pub(crate) fn sections<'a>(page: &Page, figures: Vec<Shown<'a>>) -> Vec<Section<'a>> {
    let mut starts = vec![front_matter::split(&page.file).map_or(0, |split| split.body.start)];
    walk_blocks(&page.blocks, &mut |block| {
        if matches!(&block.kind, BlockKind::Heading(heading) if heading.level == 2) {
            starts.push(block.span.start);
        }
    });
    let mut sections: Vec<(usize, Section<'a>)> = Vec::new();
    for figure in figures {
        let index = starts.partition_point(|start| *start <= figure.span.start) - 1;
        match sections.last_mut() {
            Some((last, section)) if *last == index => section.figures.push(figure),
            _ => sections.push((index, Section { figures: vec![figure], text: String::new() })),
        }
    }
    for (index, section) in &mut sections {
        let end = starts.get(*index + 1).copied().unwrap_or(page.file.text.len());
        let mut at = starts[*index];
        for figure in &section.figures {
            section.text.push_str(&page.file.text[at..figure.span.start]);
            at = figure.span.end;
        }
        section.text.push_str(&page.file.text[at..end]);
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

/// A label with the number of its mark: `**Filters** (3)`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reference<'s> {
    /// The label, bold or linked.
    pub label: &'s str,
    /// The number.
    pub number: usize,
    /// Where the number stands.
    pub range: Range<usize>,
    /// For whom, when it stands in wording for one edition.
    pub edition: Option<Edition>,
}

/// Finds labels with numbers in the source of a block.
pub(crate) fn references(source: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    for (open, _) in source.match_indices(" (") {
        let Some(label) = label_before(&source[..open]) else { continue };
        let start = open + 2;
        let Some(end) = source[start..].find(')') else { continue };
        let edition = edition_at(&source[..open]);
        for (at, number) in numbers(&source[start..start + end]) {
            let range = start + at..start + at + number.len();
            let number = number.parse().unwrap_or(usize::MAX);
            found.push(Reference { label, number, range, edition });
        }
    }
    found
}

/// Returns the label that a text ends with: bold, or the words of a link to a place or setting of the Admin.
fn label_before(text: &str) -> Option<&str> {
    if let Some(bold) = text.strip_suffix("**") {
        return bold.rfind("**").map(|start| &bold[start + 2..]);
    }
    let (words, address) = text.strip_suffix(')')?.rsplit_once("](")?;
    let is_name = address.starts_with("setting:") || address.starts_with("admin:");
    words.rfind('[').filter(|_| is_name).map(|start| &words[start + 1..])
}

/// Splits `1`, `1, 2`, `1 and 2` into numbers with their places; nothing when other words stand between.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_list = text.starts_with(is_digit)
        && text.ends_with(is_digit)
        && text
            .split(|c: char| c.is_ascii_digit() || " ,".contains(c))
            .all(|word| ["", "and", "to", "–"].contains(&word));
    let starts = text.char_indices().filter(|(at, c)| is_digit(*c) && !text[..*at].ends_with(is_digit));
    let number = |at: usize| &text[at..at + text[at..].find(|c| !is_digit(c)).unwrap_or(text.len() - at)];
    if is_list { starts.map(|(at, _)| (at, number(at))).collect() } else { Vec::new() }
}

/// Returns the edition whose wording is open at the end of a text.
fn edition_at(before: &str) -> Option<Edition> {
    let open = before.rfind("{{").filter(|open| before[*open..].find("}}").is_none())?;
    let side = |edition: &Edition| before[open..].rfind(&format!("{}:", edition.id()));
    Edition::ALL.into_iter().filter(|edition| side(edition).is_some()).max_by_key(side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(&str, usize, Option<Edition>)]) {
        let found = references(source);
        let found: Vec<_> = found.iter().map(|found| (found.label, found.number, found.edition)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_label_with_a_number_is_a_reference() {
        check("Select **Filters** (3) and **Columns** (4).", &[("Filters", 3, None), ("Columns", 4, None)]);
        check(
            "Set [Allow Guest Checkout](setting:a/b/c) (1 and 12).",
            &[("Allow Guest Checkout", 1, None), ("Allow Guest Checkout", 12, None)],
        );
    }

    #[test]
    fn other_numbers_between_parentheses_are_none() {
        check("**Permanent (301)** and **Port** (25 or 465), three (3), [x](/a/b/) (2), **A** (since 3.0)", &[]);
    }

    #[test]
    fn a_reference_in_the_wording_of_an_edition_is_for_it() {
        let wording = "{{open-source: **A** (1); mage-os: **B** (2)}} **C** (3)";
        let (open_source, mage_os) = (Some(Edition::OpenSource), Some(Edition::MageOs));
        check(wording, &[("A", 1, open_source), ("B", 2, mage_os), ("C", 3, None)]);
    }
}
