//! Where does a word begin and end? Folding, splitting and the words that carry no meaning.

use super::letters::{fold_into, is_letter, is_mark};

/// Words that occur everywhere and decide nothing; they are neither indexed nor looked up.
///
/// Sorted, so that a binary search finds them.
const STOP_WORDS: &[&str] = &[
    "a", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do",
    "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of",
    "on", "or", "our", "she", "should", "so", "some", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "why", "will",
    "with", "would", "you", "your",
];

/// Letters kept of one word; longer ones are hashes and encoded blobs that nobody types.
const WORD_CHARS_MAX: usize = 40;

/// One word of a text, with the place it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// The word, folded: lower case, without accents and possessive.
    pub(crate) word: String,
    /// Where the word starts in the text, in bytes.
    pub(crate) start: usize,
    /// Where the word ends in the text, in bytes.
    pub(crate) end: usize,
}

/// Splits `text` into folded words.
///
/// Hyphens, slashes and underscores separate (`web/secure/base_url` is four words); a dot between digits does
/// not (`2.4.9` is one word), nor does an apostrophe (`don't` is `dont`, `shop's` is `shop`).
#[must_use]
pub(crate) fn tokenise(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut current: Option<Token> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if is_letter(char) {
            let token = current.get_or_insert_with(|| Token { word: String::new(), start: at, end: at });
            fold_into(char, &mut token.word);
            token.end = at + char.len_utf8();
        } else if is_mark(char) {
            // An accent written as a character of its own belongs to the letter before it.
            if let Some(token) = &mut current {
                token.end = at + char.len_utf8();
            }
        } else if let Some(token) = &mut current
            && !joins(char, &mut token.word, next)
        {
            tokens.extend(current.take().and_then(finish));
        }
    }
    tokens.extend(current.and_then(finish));
    tokens
}

/// Makes one word of a configuration path or a label: with it, a setting is found before those that share its words.
#[must_use]
pub fn one_word(name: &str) -> String {
    name.chars().filter(|char| is_letter(*char)).collect()
}

/// Tells whether `word` is too common to search for.
#[must_use]
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// Decides whether `separator` is inside a word, and records it there when it matters.
fn joins(separator: char, word: &mut String, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    match separator {
        '.' if next.is_ascii_digit() && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
            word.push('.');
            true
        }
        '\'' | '’' if is_letter(next) => {
            word.push('\'');
            true
        }
        _ => false,
    }
}

/// Removes the possessive and the apostrophes; `None` when nothing is left.
fn finish(mut token: Token) -> Option<Token> {
    if let Some(owner) = token.word.strip_suffix("'s") {
        token.word.truncate(owner.len());
    }
    token.word.retain(|char| char != '\'');
    if let Some((cut, _)) = token.word.char_indices().nth(WORD_CHARS_MAX) {
        token.word.truncate(cut);
    }
    (!token.word.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{STOP_WORDS, tokenise};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words: Vec<String> = tokenise(text).into_iter().map(|token| token.word).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn hyphens_slashes_and_underscores_separate() {
        check("two-factor web/secure/base_url", &["two", "factor", "web", "secure", "base", "url"]);
    }

    #[test]
    fn version_numbers_stay_whole() {
        check("Magento 2.4.9-p1. Then 3.", &["magento", "2.4.9", "p1", "then", "3"]);
    }

    #[test]
    fn apostrophes_do_not_separate() {
        check("the shop's owners don't, 'quoted' shops’", &["the", "shop", "owners", "dont", "quoted", "shops"]);
    }

    #[test]
    fn accents_and_case_are_folded() {
        check("CAFÉ Straße Łódź cafe\u{301} ΣΙΣΥΦΟΣ Ёлка", &["cafe", "strasse", "lodz", "cafe", "σισυφοσ", "ёлка"]);
    }

    #[test]
    fn signs_are_not_words() {
        check("→ “€5” × 3 😀 — …", &["5", "3"]);
    }

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
    }

    proptest! {
        #[test]
        fn tokens_lie_inside_the_text_in_order(text in any::<String>()) {
            let mut end = 0;
            for token in tokenise(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert!(text.get(token.start..token.end).is_some());
                prop_assert!(!token.word.is_empty());
                end = token.end;
            }
        }

        #[test]
        fn words_fold_to_themselves(text in any::<String>()) {
            for token in tokenise(&text) {
                let again = tokenise(&token.word);
                prop_assert_eq!(again.len(), 1);
                prop_assert_eq!(&again[0].word, &token.word);
            }
        }
    }
}
