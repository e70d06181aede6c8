//! Is everything spelled as the dictionary of common misspellings would have it? The texts as they are, code included.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use merchant_docs::press::load::files_below;
use typos::tokens::{Identifier, TokenizerBuilder, Word};
use typos::{Dictionary, Status, check_str};
use unicase::UniCase;

/// Words that are right here: names, abbreviations of the product, and ids of its screens, with their slips.
const ALLOWED: [&str; 4] = [
    "FPT",
    "widget_instace_tabs_main_section",
    "widget_instace_tabs_properties_section",
    "widget_instace_tabs_properties_section_content",
];

/// The dictionary of the `typos` program.
struct Misspellings;

impl Dictionary for Misspellings {
    fn correct_ident<'s>(&'s self, identifier: Identifier<'_>) -> Option<Status<'s>> {
        ALLOWED.contains(&identifier.token()).then_some(Status::Valid)
    }

    fn correct_word<'s>(&'s self, word: Word<'_>) -> Option<Status<'s>> {
        let corrections = typos_dict::WORD.find(&UniCase::new(word.token()))?;
        Some(Status::Corrections(corrections.iter().map(|word| Cow::Borrowed(*word)).collect()))
    }
}

/// Lists what is misspelled in a text, a line a word.
fn misspelled(path: &str, text: &str) -> Vec<String> {
    let tokenizer = TokenizerBuilder::new().build();
    check_str(text, &tokenizer, &Misspellings)
        .map(|typo| {
            let line = text[..typo.byte_offset].matches('\n').count() + 1;
            format!("{path}:{line}: `{}` should be {}", typo.typo, proposals(&typo.corrections).join(" or "))
        })
        .collect()
}

/// Returns what a finding proposes.
fn proposals<'a>(corrections: &'a Status<'_>) -> Vec<&'a str> {
    match corrections {
        Status::Corrections(words) => words.iter().map(AsRef::as_ref).collect(),
        Status::Valid | Status::Invalid => Vec::new(),
    }
}

#[test]
fn no_text_is_misspelled() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = files_below(&root.join("docs")).unwrap();
    let is_text = |name: &&String| match name.rsplit_once('.') {
        Some((_, "md")) => true,
        Some((_, "toml")) => !name.starts_with("facts/"),
        _ => false,
    };
    let docs = below.iter().filter(is_text).map(|name| format!("docs/{name}"));
    let paths: Vec<String> = docs.chain(["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(str::to_owned)).collect();
    assert!(paths.len() > 100, "only {} texts", paths.len());
    let found: Vec<String> =
        paths.iter().flat_map(|path| misspelled(path, &fs::read_to_string(root.join(path)).unwrap())).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_misspelled_word_is_found_with_its_line() {
    let found = misspelled("a.md", "All is well.\nYou recieve an FPT.\n");
    assert_eq!(found, ["a.md:2: `recieve` should be receive"]);
}
