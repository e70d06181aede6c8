//! Is that label, menu path, setting or command real?
//!
//! `docs/facts` holds what running shops say about themselves, one export an edition. This module reads the files into
//! types, checks them while reading, and answers questions about them; the lints hold the manual against the answers
//! and [`mod@reference`] makes pages of them. Nothing here touches the file system.

pub mod about;
pub mod admin_menu;
pub mod changes;
pub mod commands;
pub mod differences;
pub mod explanations;
pub mod export;
pub mod glossary;
mod label;
pub mod place;
mod read;
pub mod reference;
pub mod resources;
pub mod screen;
pub mod settings;
pub mod supplement;
pub mod system;
pub mod versions;
pub mod words;

use std::collections::BTreeSet;

use crate::content::sources::Sources;
use crate::content::terms::Terms;
use crate::diag::Checked;
use crate::edition::{Edition, PerEdition};
pub(crate) use crate::lint::bad_facts::BAD_FACTS;

use about::About;
use explanations::Explanations;
use export::Export;
use reference::Layout;
use settings::Choices;
use supplement::Supplement;
use versions::Versions;

/// What the shops of both editions know.
#[derive(Debug)]
pub struct Facts {
    /// One export an edition, with the supplement in it.
    pub exports: PerEdition<Export>,
    /// The releases of both products.
    pub versions: Versions,
    /// Our own words about settings.
    pub explanations: Explanations,
    /// On which page of the settings reference each field stands.
    pub layout: Layout,
    /// Configuration paths that exist without a field in the Admin.
    hidden_settings: PerEdition<BTreeSet<String>>,
}

impl Facts {
    /// Reads all facts; `None` when the manual has none, which `docs/facts/about.toml` decides.
    #[must_use]
    pub fn load(sources: &Sources, terms: &Terms) -> Checked<Option<Self>> {
        let mut diagnostics = Vec::new();
        let Some(file) = sources.get("facts/about.toml") else { return Checked { value: None, diagnostics } };
        let about = About::parse(file, &mut diagnostics).unwrap_or_default();
        let supplement = Supplement::load(sources, &mut diagnostics);
        let mut exports = PerEdition::from_fn(|edition| {
            let source = about.source(edition).clone();
            let mut export = Export::load(sources, &format!("facts/{}", edition.id()), source, file, &mut diagnostics);
            supplement.add_to(&mut export, edition, &mut diagnostics);
            export.index();
            export
        });
        hide_partial_lists(&mut exports, &about);
        let explanations = Explanations::load(sources, terms, &exports, &mut diagnostics);
        let versions = Versions::load(sources, &mut diagnostics);
        let layout = Layout::new(&exports);
        let hidden_settings = PerEdition::from_fn(|edition| supplement.hidden_settings(edition));
        Checked { value: Some(Self { exports, versions, explanations, layout, hidden_settings }), diagnostics }
    }

    /// Returns the export of one edition.
    #[must_use]
    pub fn of(&self, edition: Edition) -> &Export {
        self.exports.get(edition)
    }

    /// Tells whether a configuration path exists, with or without a field in the Admin.
    #[must_use]
    pub fn knows_setting(&self, path: &str, edition: Edition) -> bool {
        self.of(edition).settings.get(path).is_some() || self.hidden_settings.get(edition).contains(path)
    }
}

/// Takes away lists of choices that a shop fills for itself (templates, groups, pages, tax classes) and those of which
/// the export has the first entries only.
///
/// One of the exports names such lists by their kind, the other may have read those of its demo shop.
fn hide_partial_lists(exports: &mut PerEdition<Export>, about: &About) {
    let mut own: BTreeSet<String> = about.fields_with_lists_of_the_shop().map(str::to_owned).collect();
    for (_, export) in exports.iter() {
        let named = export
            .settings
            .iter()
            .filter(|setting| matches!(&setting.choices, Choices::Unlisted(kind) if about.is_list_of_the_shop(kind)));
        own.extend(named.map(|setting| setting.path.clone()));
    }
    for edition in Edition::ALL {
        for setting in exports.get_mut(edition).settings.iter_mut() {
            if own.contains(&setting.path) {
                setting.choices = Choices::OfTheShop;
            } else if let Choices::Listed(labels) = &setting.choices
                && let Some(what) = about.cut_short(labels)
            {
                setting.choices = Choices::Unlisted(what.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests;
