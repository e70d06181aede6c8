//! Which drawings does the manual have, and what may stand in one?
//!
//! A drawing is an SVG file that becomes part of the page, so only shapes, words and the classes of
//! `src/view/diagram.css` are taken from it: no script, no style, no colour, no id, no address.

mod read;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::sources::Sources;
use crate::diag::{Diagnostic, SourceFile};
use crate::lint::bad_diagram::BAD_DIAGRAM;

/// The classes of `src/view/diagram.css`, here without `diagram__`.
pub const CLASSES: [&str; 17] = [
    "accent-card",
    "accent-head",
    "accent-line",
    "accent-word",
    "card",
    "dashes",
    "end",
    "head",
    "line",
    "middle",
    "name",
    "note",
    "number",
    "plate",
    "quiet-card",
    "sum",
    "word",
];

/// The name of a diagram: `order-life`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DiagramId(String);

impl DiagramId {
    /// Reads a name; `None` when it is not made of lower-case letters, digits and hyphens.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        (!text.is_empty() && text.bytes().all(fits)).then(|| Self(text.to_owned()))
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DiagramId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A drawing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Its width in pixels when nothing shrinks it.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What is drawn, in the order in which it is painted.
    pub content: Vec<Node>,
}

/// A piece of a drawing.
#[derive(Debug, PartialEq, Eq)]
pub enum Node {
    /// A shape, a text or a group.
    Shape(Shape),
    /// Words of a text.
    Words(String),
}

/// An element of a drawing.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its name, one of the list.
    pub name: &'static str,
    /// Its attributes; classes have their full names.
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it.
    pub content: Vec<Node>,
}

/// All drawings by name.
#[derive(Debug, Default)]
pub struct Diagrams(BTreeMap<DiagramId, (Arc<SourceFile>, Diagram)>);

impl Diagrams {
    /// Reads the drawings below `docs/diagrams`.
    pub(crate) fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut diagrams = BTreeMap::new();
        for (path, file) in &sources.docs {
            let Some(stem) = path.strip_suffix(".svg") else { continue };
            if let Some(id) = stem.strip_prefix("diagrams/").and_then(DiagramId::parse) {
                diagrams.insert(id, (Arc::clone(file), read::drawing(file, diagnostics)));
            } else {
                let found = Diagnostic::at(&BAD_DIAGRAM, file, 0..0, "a drawing stands where no page finds it");
                diagnostics.push(found.help("move it to docs/diagrams, with a name of lower-case letters and hyphens"));
            }
        }
        Self(diagrams)
    }

    /// Returns a drawing.
    #[must_use]
    pub fn get(&self, id: &DiagramId) -> Option<&Diagram> {
        self.0.get(id).map(|(_, diagram)| diagram)
    }

    /// Returns the file of a drawing.
    #[must_use]
    pub fn file(&self, id: &DiagramId) -> Option<&Arc<SourceFile>> {
        self.0.get(id).map(|(file, _)| file)
    }

    /// Iterates over the names in alphabetical order.
    pub fn ids(&self) -> impl Iterator<Item = &DiagramId> {
        self.0.keys()
    }
}
