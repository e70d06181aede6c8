//! Which words do merchants use for what the manual calls otherwise? `docs/synonyms.toml`, as it stands.

use serde::Deserialize;

use super::sources::Sources;
use crate::diag::Diagnostic;
use crate::lint::bad_synonyms::BAD_SYNONYMS;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    groups: Vec<Vec<String>>,
}

/// Reads the groups of wordings that mean the same; a list that cannot be read is reported and empty.
#[must_use]
pub fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<String>> {
    let Some(file) = sources.get("synonyms.toml") else { return Vec::new() };
    match toml::from_str::<Raw>(&file.text) {
        Ok(raw) => raw.groups,
        Err(error) => {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            diagnostics.push(Diagnostic::at(&BAD_SYNONYMS, file, error.span().unwrap_or(0..0), message));
            Vec::new()
        }
    }
}
