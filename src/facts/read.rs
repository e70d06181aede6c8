//! Rows and tables from files, with findings that point into them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::BAD_FACTS;
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, Lint, SourceFile};

/// The folder of an export while it is being read.
pub(super) struct Folder<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The folder below `docs/`, without a slash at its end.
    pub path: &'a str,
    /// The file that promises the folder: where a missing one is reported.
    pub promise: &'a Arc<SourceFile>,
    /// What was found.
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

impl Folder<'_> {
    /// Returns a file of the folder and reports a missing one.
    pub(super) fn file(&mut self, name: &str) -> Option<Arc<SourceFile>> {
        let path = format!("{}/{name}", self.path);
        let file = self.sources.get(&path).cloned();
        if file.is_none() {
            let found = Diagnostic::at(&BAD_FACTS, self.promise, 0..0, format!("{path} is missing"));
            self.diagnostics.push(found.help("an export has all files; copy the folder again"));
        }
        file
    }

    /// Reads a whole file.
    pub(super) fn value<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        let Some(file) = self.file(name) else { return T::default() };
        parse(&file, self.diagnostics).unwrap_or_default()
    }

    /// Reads a list of rows, of which no two may have the same key.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, name: &str, key: impl Fn(&T) -> &str) -> Vec<T> {
        let Some(file) = self.file(name) else { return Vec::new() };
        let rows: Vec<T> = parse(&file, self.diagnostics).unwrap_or_default();
        let mut seen = BTreeSet::new();
        for row in &rows {
            let key = key(row);
            if key.is_empty() {
                self.diagnostics.push(Diagnostic::at(&BAD_FACTS, &file, 0..0, "a row has no name"));
            } else if !seen.insert(key) {
                let found = Diagnostic::at(&BAD_FACTS, &file, last(&file, key), format!("`{key}` stands here twice"));
                self.diagnostics.push(found.help("take one of the two out, or export again"));
            }
        }
        rows
    }

    /// Reports something about a name in a file.
    pub(super) fn report(&mut self, file: &str, name: &str, message: String) {
        let Some(file) = self.file(file) else { return };
        self.diagnostics.push(Diagnostic::at(&BAD_FACTS, &file, last(&file, name), message));
    }
}

/// Returns the last place of a text between quotation marks.
fn last(file: &SourceFile, text: &str) -> Range<usize> {
    let at = file.text.rfind(&format!("\"{text}\"")).map_or(0, |at| at + 1);
    at..at + if at == 0 { 0 } else { text.len() }
}

fn parse<T: DeserializeOwned>(file: &Arc<SourceFile>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    serde_json::from_str(&file.text)
        .map_err(|error| {
            let line_start: usize = file.text.split_inclusive('\n').take(error.line().max(1) - 1).map(str::len).sum();
            let at = (line_start + error.column().saturating_sub(1)).min(file.text.len());
            let message = error.to_string();
            let message = message.rsplit_once(" at line").map_or(&*message, |(fact, _)| fact).to_owned();
            diagnostics.push(Diagnostic::at(&BAD_FACTS, file, at..at, message));
        })
        .ok()
}

/// Reads a TOML file; a broken one is reported under `lint`.
pub(super) fn toml_file<T: DeserializeOwned>(
    file: &Arc<SourceFile>,
    lint: &'static Lint,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    toml::from_str(&file.text)
        .map_err(|error| {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            diagnostics.push(Diagnostic::at(lint, file, error.span().unwrap_or(0..0), message));
        })
        .ok()
}
