//! Which words share a meaning? English stems (Snowball, the revised Porter algorithm).

use frostem::{Algorithm, Stemmer};

/// Words that Snowball leaves apart from their own family; the word and the stem used in its place.
const EXCEPTIONS: &[(&str, &str)] = &[("analyses", "analysi")];

/// Returns the stem of one folded word.
///
/// Words with a digit or of fewer than three letters are their own stem: `v2` and `us` are names.
pub(crate) fn stem(word: &str) -> String {
    if word.len() < 3 || word.bytes().any(|byte| byte.is_ascii_digit()) || !word.is_ascii() {
        return word.to_owned();
    }
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == word) {
        return (*stem).to_owned();
    }
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::stem;

    #[track_caller]
    fn check(words: &[&str], expected: &str) {
        for word in words {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        check(&["tax", "taxes", "taxed"], "tax");
        check(&["category", "categories"], "categori");
        check(&["analysis", "analyses"], "analysi");
    }

    #[test]
    fn names_are_their_own_stem() {
        check(&["us"], "us");
        check(&["2.4.9"], "2.4.9");
        check(&["ёлка"], "ёлка");
    }
    proptest! {
        /// Highlighting relies on it.
        #[test]
        fn stems_begin_as_their_words_do(word in "[a-z]{1,9}(ing|ed|s|ies|ly|ation|)") {
            prop_assert_eq!(stem(&word).chars().next(), word.chars().next());
        }
    }
}
