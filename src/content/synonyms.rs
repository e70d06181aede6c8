//! Which words do merchants use for what the manual calls otherwise? `docs/synonyms.toml`, as it stands.

use std::sync::Arc;

use serde::Deserialize;

use crate::diag::{Checked, Diagnostic, Lint, SourceFile};

/// `docs/synonyms.toml` that cannot be read.
pub static BAD_SYNONYMS: Lint = Lint::error("bad-synonyms", "a list of synonyms that cannot be read");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    groups: Vec<Vec<String>>,
}

/// Reads the groups of wordings that mean the same; a list that cannot be read is reported and empty.
#[must_use]
pub fn parse(file: &Arc<SourceFile>) -> Checked<Vec<Vec<String>>> {
    match toml::from_str::<Raw>(&file.text) {
        Ok(raw) => Checked { value: raw.groups, diagnostics: Vec::new() },
        Err(error) => {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            let found = Diagnostic::at(&BAD_SYNONYMS, file, error.span().unwrap_or(0..0), message);
            Checked { value: Vec::new(), diagnostics: vec![found] }
        }
    }
}
