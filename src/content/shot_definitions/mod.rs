//! How is each screenshot taken? `docs/shots.toml`, read and checked.
//!
//! A definition says where a screen is, what to do there, what to cut out and what to mark. Places in the file are kept, so
//! that a shop that does not look as expected can be shown the very line that expected it.

mod read;
mod selector;
mod step;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

pub use self::selector::{Selector, SelectorPart};
pub use self::step::{ClickMode, ConfigScroll, Step};
use super::screenshots::ShotId;
use super::sources::Sources;
use crate::diag::{Checked, Diagnostic, Lint, SourceFile};
use crate::edition::{Edition, EditionSet};

/// The name of the file below `docs/`.
pub const FILE: &str = "shots.toml";

/// All definitions by the name of their screenshot.
#[derive(Debug)]
pub struct ShotDefinitions {
    /// The file, for findings.
    pub file: Arc<SourceFile>,
    /// What may leave the browser besides GET.
    pub requests: Requests,
    /// The definitions.
    pub shots: BTreeMap<ShotId, ShotDefinition>,
}

/// Requests that are not what they seem, by a part of their path.
#[derive(Debug, Clone, Default)]
pub struct Requests {
    /// They only read, although they are no GET.
    pub read_only: Vec<String>,
    /// They would keep a preference of the user and are stopped without a word.
    pub dropped: Vec<String>,
}

/// How one screenshot is taken.
#[derive(Debug, Clone)]
pub struct ShotDefinition {
    /// Where its name stands.
    pub span: Range<usize>,
    /// What it shows.
    pub title: String,
    /// Who looks at the screen.
    pub screen: Screen,
    /// The editions that have the screen.
    pub editions: EditionSet,
    /// The screenshot where this one goes on.
    pub after: Option<Spanned<ShotId>>,
    /// How much of the page is in the picture.
    pub extent: Extent,
    /// Where the pointer is when the picture is taken.
    pub pointer: Pointer,
    /// Requests other than GET that this one needs.
    pub allow: Vec<String>,
    /// What is marked, in reading order.
    pub marks: Vec<Spanned<MarkDefinition>>,
    /// What holds unless an edition says otherwise.
    common: Framing,
    /// What an edition says otherwise.
    overrides: BTreeMap<Edition, Framing>,
}

/// The part of a definition that an edition may change; what it leaves out stays.
#[derive(Debug, Clone, Default)]
struct Framing {
    path: Option<Spanned<String>>,
    viewport: Option<Size>,
    clip: Option<Spanned<Clip>>,
    steps: Option<Vec<Spanned<Step>>>,
}

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// The window of a definition that names none.
pub const USUAL_WINDOW: Size = Size { width: 1440, height: 900 };

/// Who looks at a screen: what lies below which address, with whose cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The Admin, signed in.
    Admin,
    /// The Admin's address as someone who is not signed in.
    AdminSignedOut,
    /// The storefront, as a customer in a browser of their own.
    Storefront,
}

/// How much of the page is in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What the window shows.
    Window,
    /// The whole page, to a height at most.
    Page {
        /// The largest height in pixels.
        height_max: u32,
    },
}

/// Where the pointer is when the picture is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// In the corner, so that nothing is lit up.
    Away,
    /// Where the last step left it.
    Stays,
}

/// What is cut out: the elements, and some pixels around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// The elements; what is cut out holds all of them.
    pub to: Vec<Selector>,
    /// Pixels around them.
    pub pad: u32,
}

/// A marked element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkDefinition {
    /// Its label on screen.
    pub label: String,
    /// Where it is.
    pub at: Selector,
    /// The editions that have it.
    pub editions: EditionSet,
}

impl ShotDefinitions {
    /// Reads the definitions; `None` when the manual has none or the file is no TOML.
    #[must_use]
    pub fn load(sources: &Sources) -> Checked<Option<Self>> {
        sources.get(FILE).map_or_else(|| Checked { value: None, diagnostics: Vec::new() }, read::definitions)
    }

    /// Returns a definition.
    #[must_use]
    pub fn get(&self, id: &ShotId) -> Option<&ShotDefinition> {
        self.shots.get(id)
    }

    /// Returns a screenshot's name and before it those where it goes on, the first of all first.
    #[must_use]
    pub fn chain<'a>(&'a self, id: &'a ShotId) -> Vec<&'a ShotId> {
        let after = |id: &ShotId| self.get(id).and_then(|shot| shot.after.as_ref()).map(Spanned::get_ref);
        // A chain is never longer than there are definitions; one that turns in a circle is reported by the reader.
        let mut chain: Vec<&ShotId> =
            std::iter::successors(Some(id), |id| after(id)).take(self.shots.len() + 1).collect();
        chain.reverse();
        chain
    }

    /// Makes a finding at a place of the file.
    #[must_use]
    pub fn finding(&self, lint: &'static Lint, span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(lint, &self.file, span, message)
    }
}

impl ShotDefinition {
    fn framing<T>(&self, edition: Edition, part: impl Fn(&Framing) -> Option<T>) -> Option<T> {
        self.overrides.get(&edition).and_then(&part).or_else(|| part(&self.common))
    }

    /// Returns where the screen is; `None` when it goes on where another one ended.
    #[must_use]
    pub fn path(&self, edition: Edition) -> Option<Spanned<String>> {
        self.framing(edition, |framing| framing.path.clone())
    }

    /// Returns the size of the window.
    #[must_use]
    pub fn viewport(&self, edition: Edition) -> Size {
        self.framing(edition, |framing| framing.viewport).unwrap_or(USUAL_WINDOW)
    }

    /// Returns what is cut out; `None` for the whole window or page.
    #[must_use]
    pub fn clip(&self, edition: Edition) -> Option<Spanned<Clip>> {
        self.framing(edition, |framing| framing.clip.clone())
    }

    /// Returns what is done before the picture is taken.
    #[must_use]
    pub fn steps(&self, edition: Edition) -> Vec<Spanned<Step>> {
        self.framing(edition, |framing| framing.steps.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
