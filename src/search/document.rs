//! What can be found? The texts of a manual, as the index builder wants them.

use crate::edition::{Edition, EditionSet};

/// The place of a document in the list given to the builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// What sort of thing a document is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A page of the manual.
    #[default]
    Page,
    /// A configuration field, found by its label or its path.
    Setting,
    /// A command of the shop's command line.
    Command,
    /// A place in the menu of the Admin.
    MenuPath,
    /// An entry of the glossary.
    Term,
    /// The text of an error message.
    Error,
}

impl Kind {
    /// Every kind, in the order of its code in the index file.
    pub const ALL: [Self; 6] = [Self::Page, Self::Setting, Self::Command, Self::MenuPath, Self::Term, Self::Error];

    /// Returns the number that stands for the kind in the index file.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    /// Returns the kind a number stands for.
    pub(crate) fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }
}

/// A short text that may be worded differently in each edition, such as a title with the product's name in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// One wording for all readers.
    Same(String),
    /// One wording for each edition.
    Different {
        /// What readers of Magento Open Source see.
        open_source: String,
        /// What readers of Mage-OS see.
        mage_os: String,
    },
}

impl Wording {
    /// Returns the text a reader of `edition` sees.
    #[must_use]
    pub fn text(&self, edition: Edition) -> &str {
        match (self, edition) {
            (Self::Same(text), _)
            | (Self::Different { open_source: text, .. }, Edition::OpenSource)
            | (Self::Different { mage_os: text, .. }, Edition::MageOs) => text,
        }
    }
}

impl From<&str> for Wording {
    fn from(text: &str) -> Self {
        Self::Same(text.to_owned())
    }
}

impl From<String> for Wording {
    fn from(text: String) -> Self {
        Self::Same(text)
    }
}

/// A piece of text and the editions it is shown in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The editions whose readers see the text.
    pub editions: EditionSet,
    /// The text, without markup.
    pub text: String,
}

impl Run {
    /// Makes a run that every reader sees.
    #[must_use]
    pub fn both(text: impl Into<String>) -> Self {
        Self { editions: EditionSet::BOTH, text: text.into() }
    }
}

/// The part of a document between one heading and the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The fragment that leads to the section; empty for what stands above the first heading.
    pub anchor: String,
    /// The heading; empty for what stands above the first heading.
    pub heading: Wording,
    /// The editions the section exists in.
    pub editions: EditionSet,
    /// The text below the heading, in reading order.
    pub runs: Vec<Run>,
}

/// One thing that a reader can be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it is, such as `/catalog/simple-product/`.
    pub route: String,
    /// What it is called.
    pub title: Wording,
    /// The names of the guides and pages above it, outermost first.
    pub breadcrumb: Vec<String>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The editions it exists in.
    pub editions: EditionSet,
    /// Its text, in reading order.
    pub sections: Vec<Section>,
    /// Words that readers use instead of the title.
    pub aliases: Vec<String>,
    /// The words of links that lead here from other documents.
    pub link_texts: Vec<Run>,
}
