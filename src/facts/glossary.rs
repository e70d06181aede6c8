//! The words that merchants must know: `docs/glossary.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::read::toml_file;
use crate::content::dialect::parse_wording;
use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::content::wording::Wording;
use crate::diag::{Diagnostic, Lint};

/// A glossary that cannot be read.
pub static BAD_GLOSSARY: Lint = Lint::error("bad-glossary", "a glossary entry without its word or its text");

/// All entries by id.
#[derive(Debug, Default)]
pub struct Glossary(BTreeMap<String, GlossaryEntry>);

/// An entry.
#[derive(Debug)]
pub struct GlossaryEntry {
    /// The word as readers meet it.
    pub term: Wording,
    /// What it means, in a sentence or two.
    pub text: Wording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    term: Spanned<String>,
    text: Spanned<String>,
}

impl Glossary {
    /// Reads the glossary; a manual without the file has an empty one.
    pub(crate) fn load(sources: &Sources, terms: &Terms, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let Some(file) = sources.get("glossary.toml") else { return Self::default() };
        let raw: BTreeMap<String, RawEntry> = toml_file(file, &BAD_GLOSSARY, diagnostics).unwrap_or_default();
        let mut wording = |text: &Spanned<String>| {
            let checked = parse_wording(file, text.get_ref(), &text.span(), terms);
            diagnostics.extend(checked.diagnostics);
            if checked.value.is_blank() {
                diagnostics.push(Diagnostic::at(&BAD_GLOSSARY, file, text.span(), "this text is empty"));
            }
            checked.value
        };
        let entries = raw
            .into_iter()
            .map(|(id, entry)| (id, GlossaryEntry { term: wording(&entry.term), text: wording(&entry.text) }))
            .collect();
        Self(entries)
    }

    /// Returns an entry.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&GlossaryEntry> {
        self.0.get(id)
    }

    /// Iterates over all entries in alphabetical order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &GlossaryEntry)> {
        self.0.iter().map(|(id, entry)| (&**id, entry))
    }
}
