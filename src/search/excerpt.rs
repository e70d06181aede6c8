//! Which words of a text did the reader look for, and which passage shows them best?

use std::ops::Range;

use crate::edition::Edition;

use super::query::Reading;
use super::stem::stem;
use super::tokenise::tokenise;

/// A passage with the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The passage; an ellipsis stands for what was left out of its first and last sentence.
    pub text: String,
    /// Where the words are, in bytes of `text`, ascending.
    pub marks: Vec<Range<usize>>,
}

/// The words that a query looks for, ready to be found in texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlighter {
    /// The stems that each word of the query may stand for; the number tells the words apart.
    stems: Vec<(String, usize)>,
    /// What the last word begins with while it is being typed.
    beginning: Option<String>,
    last_word: usize,
}

impl Reading<'_> {
    /// Takes the words to mark from the query, with their completions, corrections and synonyms.
    #[must_use]
    pub fn highlighter(&self, edition: Edition) -> Highlighter {
        let mut stems = Vec::new();
        let groups = self.groups(edition);
        for (word, group) in groups.iter().enumerate() {
            let texts = group.candidates.iter().map(|candidate| self.index.dictionary.text(candidate.stem));
            stems.extend(texts.map(|text| (text.to_owned(), word)));
        }
        let beginning = self.query.beginning().map(str::to_owned);
        Highlighter { stems, beginning, last_word: groups.len().saturating_sub(1) }
    }
}

impl Highlighter {
    /// Finds the words in `text`, as ranges of bytes.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.found(text).into_iter().map(|(range, _)| range).collect()
    }

    /// Cuts the passage of at most `chars_max` letters out of `text` that shows most of the words.
    ///
    /// Begins at the start of a sentence or word; a text without any of the words gives its beginning. Where a whole sentence
    /// begins or ends, no ellipsis is needed.
    #[must_use]
    pub fn excerpt(&self, text: &str, chars_max: usize) -> Excerpt {
        let found = self.found(text);
        let bounds = passage(text, best_start(text, &found, chars_max), chars_max);
        let mut excerpt = Excerpt { text: String::new(), marks: Vec::new() };
        if bounds.start > 0 && !ends_sentence(&text.as_bytes()[..bounds.start]) {
            excerpt.text.push('…');
        }
        let shift = excerpt.text.len();
        excerpt.text.push_str(&text[bounds.clone()]);
        if bounds.end < text.len() && !ends_sentence(excerpt.text.as_bytes()) {
            excerpt.text.push('…');
        }
        let inside =
            found.iter().map(|(range, _)| range).filter(|range| range.start >= bounds.start && range.end <= bounds.end);
        excerpt.marks =
            inside.map(|range| range.start - bounds.start + shift..range.end - bounds.start + shift).collect();
        excerpt
    }

    fn found(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        for token in tokenise(text) {
            // A stem begins as its word does, and most words of a text begin otherwise: they need not be stemmed.
            let first = token.word.chars().next();
            let is_possible = self.stems.iter().any(|(stem, _)| stem.chars().next() == first);
            let stemmed = is_possible.then(|| stem(&token.word));
            let known = stemmed.and_then(|stemmed| self.stems.iter().find(|(stem, _)| *stem == stemmed));
            let begun = || self.beginning.as_ref().is_some_and(|beginning| token.word.starts_with(beginning.as_str()));
            match known {
                Some((_, word)) => found.push((token.start..token.end, *word)),
                None if begun() => found.push((token.start..token.end, self.last_word)),
                None => {}
            }
        }
        found
    }
}

/// Finds the mark that begins the passage with the most different words.
fn best_start(text: &str, found: &[(Range<usize>, usize)], chars_max: usize) -> usize {
    let reach = |start: usize| byte_after(text, start, chars_max * 2 / 3);
    let different = |at: usize| {
        let end = reach(found[at].0.start);
        let inside = found[at..].iter().take_while(|(range, _)| range.end <= end);
        let (words, all) = inside.fold((0_u64, 0), |(words, all), (_, word)| (words | 1 << (word & 63), all + 1));
        (words.count_ones(), all)
    };
    let best = (0..found.len()).rev().max_by_key(|at| different(*at));
    best.map_or(0, |at| found[at].0.start)
}

/// Cuts a passage around the mark at `focus`: what stands before it fills a third, or all that the end of the text leaves.
fn passage(text: &str, focus: usize, chars_max: usize) -> Range<usize> {
    let free = chars_max - text[focus..].chars().take(chars_max).count();
    let earliest = byte_before(text, focus, free.max(chars_max / 3));
    let lead = &text[earliest..focus];
    let mut bounds = lead.as_bytes().windows(2);
    let is_start = |pair: &[u8]| ends_sentence(&pair[..1]) && pair[1].is_ascii_whitespace();
    let sentence = if free > chars_max / 3 { bounds.position(is_start) } else { bounds.rposition(is_start) };
    let sentence = sentence.map(|at| at + 1);
    let word = lead.find(char::is_whitespace);
    let start = if earliest == 0 { 0 } else { sentence.or(word).map_or(earliest, |at| earliest + at) };
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let start = start.min(focus);
    let latest = byte_after(text, start, chars_max);
    if latest == text.len() {
        return start..latest;
    }
    let end = text[start..latest].rfind(char::is_whitespace).filter(|end| *end > 0);
    let end = end.map_or(latest, |end| start + text[start..start + end].trim_end().len());
    start..end.max(start)
}

/// Tells whether a text ends with a whole sentence.
fn ends_sentence(text: &[u8]) -> bool {
    matches!(text.trim_ascii_end().last(), Some(b'.' | b'?' | b'!'))
}

/// Returns the place `chars` letters after `from`, or the end.
fn byte_after(text: &str, from: usize, chars: usize) -> usize {
    text[from..].char_indices().nth(chars).map_or(text.len(), |(at, _)| from + at)
}

/// Returns the place `chars` letters before `from`, or the beginning.
fn byte_before(text: &str, from: usize, chars: usize) -> usize {
    if chars == 0 {
        return from;
    }
    text[..from].char_indices().rev().nth(chars - 1).map_or(0, |(at, _)| at)
}
