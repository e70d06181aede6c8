//! The words that merchants must know: `docs/glossary.toml`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::read::toml_file;
use crate::content::dialect::parse_wording;
use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::content::wording::Wording;
use crate::diag::{Diagnostic, SourceFile};
use crate::edition::Edition;
use crate::lint::bad_glossary::BAD_GLOSSARY;
use crate::route::{Anchor, Route};

/// All entries by id.
#[derive(Debug, Default)]
pub struct Glossary {
    file: Option<Arc<SourceFile>>,
    entries: BTreeMap<String, GlossaryEntry>,
}

/// Where the entries stand.
pub const GLOSSARY: &str = "/start/glossary/";
/// Where those from the middle letter on stand when there are many.
pub const GLOSSARY_REST: &str = "/start/glossary/m-z/";
const MIDDLE: char = 'm';
/// The most entries on one page. 256 weigh 26 KiB with the style sheet after brotli, of 25 that are allowed; with 50, a
/// reader who looks for a word in the page would look in the wrong one of six.
const ENTRIES_MAX: usize = 160;

/// An entry.
#[derive(Debug)]
pub struct GlossaryEntry {
    /// The word as readers meet it.
    pub term: Wording,
    /// What it means, in a sentence or two.
    pub text: Wording,
    /// Other names of the same thing.
    pub also: Vec<Wording>,
    /// Where its word stands in the file, in bytes.
    pub span: Range<usize>,
}

impl GlossaryEntry {
    /// Returns the words by which the entry stands in alphabetical order; what is no letter or digit does not count.
    #[must_use]
    pub fn sort_key(&self) -> String {
        let term = self.term.text(Edition::OpenSource).to_lowercase();
        term.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    term: Spanned<String>,
    text: Spanned<String>,
    #[serde(default)]
    also: Vec<Spanned<String>>,
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
        let entries: BTreeMap<String, GlossaryEntry> = raw
            .into_iter()
            .map(|(id, entry)| {
                let also = entry.also.iter().map(&mut wording).collect();
                let (term, text) = (wording(&entry.term), wording(&entry.text));
                (id, GlossaryEntry { term, text, also, span: entry.term.span() })
            })
            .collect();
        for (id, entry) in &entries {
            if Anchor::from_heading(id).as_str() != id {
                let message = format!("`{id}` cannot stand behind the `#` of an address");
                let found = Diagnostic::at(&BAD_GLOSSARY, file, entry.span.clone(), message);
                diagnostics.push(found.help("write the entry's id in lower case with hyphens"));
            }
        }
        Self { file: Some(Arc::clone(file)), entries }
    }

    /// Returns the file that it was read from.
    #[must_use]
    pub const fn file(&self) -> Option<&Arc<SourceFile>> {
        self.file.as_ref()
    }

    /// Returns an entry.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&GlossaryEntry> {
        self.entries.get(id)
    }

    /// Returns page and anchor of an entry.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<(Route, Anchor)> {
        let route = self.route(self.get(id)?);
        Some((Route::parse(route).ok()?, Anchor::written(id)))
    }

    /// Returns the page on which an entry stands.
    #[must_use]
    pub fn route(&self, entry: &GlossaryEntry) -> &'static str {
        let is_late = entry.sort_key().chars().next().is_some_and(|c| c >= MIDDLE);
        if is_late && self.entries.len() > ENTRIES_MAX { GLOSSARY_REST } else { GLOSSARY }
    }

    /// Iterates over all entries in alphabetical order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &GlossaryEntry)> {
        self.entries.iter().map(|(id, entry)| (&**id, entry))
    }
}
