//! How do we say what is wrong?
//!
//! An author's mistake is data: a [`Diagnostic`] names its lint, the smallest span of the file and, when there is a
//! way out, a help. All of them are collected, never only the first; [`render`] turns them into text.

mod explanation;
mod json;
pub mod render;
mod suggest;

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

pub use explanation::Explanation;
pub use suggest::{nearest, one_slip_away};

/// A file that an author wrote, with its text.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path below the project's folder, with `/` between parts: `docs/sales/refund.md`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// Returns line and column of a byte offset, both counted from 1; columns count characters.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.floor_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    fn floor_boundary(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// A stretch of a source file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes; an empty range points between two characters.
    pub range: Range<usize>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look when there is time: counted, and shown on request.
    Note,
    /// Readers can live with it; the manual is still built.
    Warning,
    /// The manual is not built until it is mended.
    Error,
}

impl Severity {
    /// Returns the word that opens a finding.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A rule about the text, named for the bad thing that it finds.
#[derive(Debug, PartialEq, Eq)]
pub struct Lint {
    /// The name in brackets: `dead-link`.
    pub name: &'static str,
    /// How bad a finding is.
    pub severity: Severity,
    /// One line for the list of lints: what it finds.
    pub summary: &'static str,
}

impl Lint {
    /// Makes a rule whose findings stop the build.
    #[must_use]
    pub const fn error(name: &'static str, summary: &'static str) -> Self {
        Self { name, severity: Severity::Error, summary }
    }

    /// Makes a rule whose findings are shown and stop nothing.
    #[must_use]
    pub const fn warning(name: &'static str, summary: &'static str) -> Self {
        Self { name, severity: Severity::Warning, summary }
    }

    /// Makes a rule whose findings are shown on request.
    #[must_use]
    pub const fn note(name: &'static str, summary: &'static str) -> Self {
        Self { name, severity: Severity::Note, summary }
    }
}

/// A change of a file that mends a finding for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// One finding of one lint at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub lint: &'static Lint,
    /// The fact, in lower case and without a full stop.
    pub message: String,
    /// Where it is; `None` when no file has it, for example a missing folder.
    pub span: Option<Span>,
    /// A word under the caret: "linked here".
    pub label: String,
    /// A proposal, the only place for one.
    pub help: Option<String>,
    /// The change that mends it, when only one can be meant.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Makes a finding at a stretch of a file.
    #[must_use]
    pub fn at(lint: &'static Lint, file: &Arc<SourceFile>, range: Range<usize>, message: impl Into<String>) -> Self {
        let span = Some(Span { file: Arc::clone(file), range });
        Self { lint, message: message.into(), span, label: String::new(), help: None, fix: None }
    }

    /// Makes a finding about a whole file that could not be read as text.
    #[must_use]
    pub fn about_path(lint: &'static Lint, path: &Path, message: impl Into<String>) -> Self {
        let file = SourceFile { path: path.display().to_string(), text: String::new() };
        Self::at(lint, &Arc::new(file), 0..0, message)
    }

    /// Adds the word under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a proposal.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a proposal when there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    fn sort_key(&self) -> (&str, usize, &str) {
        let (path, start) = self.span.as_ref().map_or(("", 0), |span| (&*span.file.path, span.range.start));
        (path, start, self.lint.name)
    }
}

/// A value together with everything that was found wrong on the way to it.
#[derive(Debug)]
pub struct Checked<T> {
    /// What could be made of the input.
    pub value: T,
    /// The findings; the value is fit for readers only without errors among them.
    pub diagnostics: Vec<Diagnostic>,
}

/// Puts findings into the order in which a person reads the files.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    diagnostics.dedup();
}

/// Tells whether a finding stops the build.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.lint.severity == Severity::Error)
}
