//! Short text that may differ between the editions: titles, alt text, captions, code.

use crate::edition::{Edition, PerEdition};

/// A piece of a [`Wording`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text that both editions share.
    Same(String),
    /// A term of `docs/terms.toml`.
    Term {
        /// Its name between the braces.
        key: String,
        /// What readers see.
        values: PerEdition<String>,
    },
    /// Wording that occurs once; an edition without words of its own has the empty text.
    Either(PerEdition<String>),
}

/// Text without markup, with what each edition says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(pub Vec<Part>);

impl Wording {
    /// Makes a wording that both editions share.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        Self(vec![Part::Same(text.into())])
    }

    /// Returns the text of one edition.
    #[must_use]
    pub fn text(&self, edition: Edition) -> String {
        self.0.iter().map(|part| part.text(edition)).collect()
    }

    /// Returns the text of both editions.
    #[must_use]
    pub fn texts(&self) -> PerEdition<String> {
        PerEdition::from_fn(|edition| self.text(edition))
    }

    /// Tells whether there is nothing to read in one edition at least.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Edition::ALL.iter().any(|edition| self.text(*edition).trim().is_empty())
    }

    /// Tells whether both editions say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.texts().is_same()
    }

    /// Returns the text with the names of terms instead of their values: the same for both editions.
    #[must_use]
    pub fn neutral(&self) -> String {
        self.0.iter().map(Part::neutral).collect()
    }
}

impl Part {
    /// Returns the text of one edition.
    #[must_use]
    pub fn text(&self, edition: Edition) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Term { values, .. } | Self::Either(values) => values.get(edition),
        }
    }

    fn neutral(&self) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Term { key, .. } => key,
            Self::Either(values) => &values.open_source,
        }
    }
}
