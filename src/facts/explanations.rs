//! Our own words about settings: `docs/settings.toml`.

use std::collections::BTreeMap;

use toml::Spanned;

use super::BAD_FACTS;
use super::export::Export;
use super::read::toml_file;
use crate::content::dialect::parse_wording;
use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::content::wording::Wording;
use crate::diag::{Diagnostic, nearest};
use crate::edition::PerEdition;

/// One line about a setting, by its path.
#[derive(Debug, Default)]
pub struct Explanations(BTreeMap<String, Wording>);

impl Explanations {
    /// Reads the file and reports paths that no edition has.
    pub(super) fn load(
        sources: &Sources,
        terms: &Terms,
        exports: &PerEdition<Export>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let Some(file) = sources.get("settings.toml") else { return Self::default() };
        let raw: BTreeMap<Spanned<String>, Spanned<String>> =
            toml_file(file, &BAD_FACTS, diagnostics).unwrap_or_default();
        let mut texts = BTreeMap::new();
        for (path, text) in raw {
            let name = path.get_ref();
            if exports.iter().all(|(_, export)| export.settings.get(name).is_none()) {
                let near = nearest(name, exports.iter().flat_map(|(_, export)| export.settings.paths()));
                let help = near.map(|near| format!("a setting with a similar path exists: `{near}`"));
                let found =
                    Diagnostic::at(&BAD_FACTS, file, path.span(), format!("no edition has the setting `{name}`"));
                diagnostics.push(found.maybe_help(help));
            }
            let wording = parse_wording(file, text.get_ref(), &text.span(), terms);
            diagnostics.extend(wording.diagnostics);
            texts.insert(path.into_inner(), wording.value);
        }
        Self(texts)
    }

    /// Returns the line about a setting.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Wording> {
        self.0.get(path)
    }

    /// Returns how many settings have one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
