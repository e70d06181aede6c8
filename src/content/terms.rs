//! The terms of `docs/terms.toml`: one word for authors, one value for each edition.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Checked, Diagnostic, SourceFile};
use crate::edition::PerEdition;
use crate::lint::bad_terms::BAD_TERMS;

/// All terms by name.
#[derive(Debug, Default)]
pub struct Terms(BTreeMap<String, PerEdition<String>>);

impl Terms {
    /// Reads the terms.
    ///
    /// A file that cannot be read gives no terms and one finding at the place that the TOML reader names.
    #[must_use]
    pub fn parse(file: &Arc<SourceFile>) -> Checked<Self> {
        match toml::from_str(&file.text) {
            Ok(terms) => Checked { value: Self(terms), diagnostics: Vec::new() },
            Err(error) => {
                let found = Diagnostic::at(&BAD_TERMS, file, error.span().unwrap_or(0..0), error.message().to_owned())
                    .help("write `[name]` with the two keys `open-source` and `mage-os`");
                Checked { value: Self::default(), diagnostics: vec![found] }
            }
        }
    }

    /// Returns the values of a term.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&PerEdition<String>> {
        self.0.get(name)
    }

    /// Iterates over the names in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
