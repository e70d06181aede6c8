//! What the browser is told: which site is served, and what is wrong with the text.

use std::sync::Arc;

use serde::Serialize;

use crate::diag::render::place_and_excerpt;
use crate::diag::{Diagnostic, Severity};

/// The state of the preview, as `live.js` reads it.
#[derive(Debug, Default, Serialize)]
pub(super) struct Event {
    /// Changes with every site: the page at hand may have another text.
    pub(super) site: Stamp,
    /// Changes when a part cannot be exchanged alone: pictures, or the app after a new start.
    pub(super) whole: Stamp,
    /// What is wrong.
    pub(super) findings: Vec<Finding>,
}

impl Event {
    /// Returns which site is served, for its documents.
    pub(super) fn stamps(&self) -> Stamps {
        Stamps { site: self.site.clone(), whole: self.whole.clone() }
    }

    /// Returns the event as one line.
    pub(super) fn json(&self) -> Arc<str> {
        serde_json::to_string(self).expect("an event has only texts and numbers").into()
    }
}

/// Which site a document is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamps {
    /// See [`Event::site`].
    pub(super) site: Stamp,
    /// See [`Event::whole`].
    pub(super) whole: Stamp,
}

/// A number that goes up, with the number of the process before it: after a new start every page is an old one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub(super) struct Stamp {
    process: u32,
    count: u64,
}

impl Default for Stamp {
    fn default() -> Self {
        Self { process: std::process::id(), count: 0 }
    }
}

impl Stamp {
    /// Makes this stamp another than all before it.
    pub(super) const fn advance(&mut self) {
        self.count += 1;
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.process, self.count)
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

/// A finding as the page shows it: plain text in every field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Finding {
    severity: &'static str,
    lint: &'static str,
    message: String,
    /// The file with line and column, the line itself and the caret below it.
    excerpt: String,
    help: String,
}

impl Finding {
    /// Makes a finding of what no file has: one that cannot be read at all.
    pub(super) fn without_place(message: String) -> Self {
        let severity = Severity::Error.word();
        Self { severity, lint: "unreadable", message, excerpt: String::new(), help: String::new() }
    }
}

/// Turns findings into what the page shows.
pub(super) fn findings(diagnostics: &[Diagnostic]) -> Vec<Finding> {
    let finding = |diagnostic: &Diagnostic| Finding {
        severity: diagnostic.lint.severity.word(),
        lint: diagnostic.lint.name,
        message: diagnostic.message.clone(),
        excerpt: place_and_excerpt(diagnostic).trim_end().to_owned(),
        help: diagnostic.help.clone().unwrap_or_default(),
    };
    diagnostics.iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_start_makes_every_stamp_another() {
        let mut stamp = Stamp::default();
        let before = stamp.clone();
        stamp.advance();
        assert_ne!(stamp, before);
        assert_ne!(stamp, Stamp { process: stamp.process + 1, ..stamp.clone() });
    }
}
