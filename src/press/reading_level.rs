//! How many years of school a text asks for: the Flesch–Kincaid grade.
//!
//! Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas for Navy Enlisted Personnel", 1975.

use crate::content::manual::Page;
use crate::content::model::{BlockKind, walk_blocks};
use crate::content::text;
use crate::edition::Edition;

/// Returns the grade of a page's running text in an edition; `None` when it has none. Code, tables and captions are no
/// sentences and do not count.
#[must_use]
pub(super) fn of_page(page: &Page, edition: Edition) -> Option<f64> {
    let mut counts = Counts::default();
    walk_blocks(&page.blocks, &mut |block| {
        if let BlockKind::Paragraph(content) = &block.kind
            && block.editions.contains(edition)
        {
            counts.add(&text::plain(content, edition));
        }
    });
    counts.grade()
}

/// What the formula needs.
#[derive(Debug, Default)]
struct Counts {
    sentences: u32,
    words: u32,
    syllables: u32,
}

impl Counts {
    /// Counts a paragraph; one without a full stop is a sentence, too.
    fn add(&mut self, paragraph: &str) {
        for sentence in paragraph.split_inclusive(['.', '!', '?', ':']) {
            let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
            let before = self.words;
            for word in words {
                self.words += 1;
                self.syllables += syllables(word);
            }
            self.sentences += u32::from(self.words > before);
        }
    }

    fn grade(&self) -> Option<f64> {
        let (sentences, words, syllables) =
            (f64::from(self.sentences), f64::from(self.words), f64::from(self.syllables));
        (self.words > 0).then(|| 0.39 * words / sentences + 11.8 * syllables / words - 15.59)
    }
}

/// Counts groups of vowels; a silent `e` at the end is none.
fn syllables(word: &str) -> u32 {
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for c in letters.chars() {
        let vowel = is_vowel(c);
        groups += u32::from(vowel && !before);
        before = vowel;
    }
    let has_silent_e = letters.ends_with('e') && !letters.ends_with("le") && groups > 1;
    (groups - u32::from(has_silent_e)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        let counted = ["cat", "order", "invoice", "table", "customer", "store", "the"].map(syllables);
        assert_eq!(counted, [1, 2, 2, 2, 3, 1, 1]);
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        let mut counts = Counts::default();
        counts.add("The cat sat on the mat. It was warm.");
        // Nine words, two sentences, nine syllables: 0.39 × 4.5 + 11.8 × 1 − 15.59.
        assert!((counts.grade().unwrap() - -2.035).abs() < 1e-9, "{counts:?}");
        assert_eq!(Counts::default().grade(), None);
    }
}
