//! What does the house style need to know about this manual's words? `docs/style.toml`, as it stands.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::sources::Sources;
use crate::diag::Diagnostic;
use crate::lint::bad_style::BAD_STYLE;

/// `docs/style.toml`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Style {
    /// The name that says too little, and where it is right all the same.
    pub bare_name: BareName,
    /// How a step begins.
    pub steps: Steps,
}

/// A name that two products share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BareName {
    /// The name.
    pub name: String,
    /// Longer names and phrases in which it is right.
    pub allowed: Vec<String>,
}

/// The words with which a step may begin, in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    /// What a merchant does.
    pub verbs: BTreeSet<String>,
    /// What may stand before it: a place, a time, a condition.
    pub openings: BTreeSet<String>,
}

impl Style {
    /// Reads the file; a manual without it, or with one that cannot be read, has no style to hold its words against.
    #[must_use]
    pub fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let file = sources.get("style.toml")?;
        match toml::from_str(&file.text) {
            Ok(style) => Some(style),
            Err(error) => {
                let message = error.message().lines().next().unwrap_or_default().to_owned();
                diagnostics.push(Diagnostic::at(&BAD_STYLE, file, error.span().unwrap_or(0..0), message));
                None
            }
        }
    }
}
