//! Where the exports were read: product, release and day.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::BAD_FACTS;
use super::read::toml_file;
use crate::content::date::Date;
use crate::diag::{Diagnostic, SourceFile};
use crate::edition::Edition;

/// `docs/facts/about.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct About {
    open_source: ExportSource,
    mage_os: ExportSource,
    #[serde(default)]
    lists_of_the_shop: ListsOfTheShop,
    #[serde(default)]
    lists_cut_short: BTreeMap<String, String>,
}

/// The shop that an export was read from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ExportSource {
    /// The product for readers: "Magento Open Source 2.4.4".
    pub product: String,
    /// Its release, or that of the core below it.
    pub version: String,
    /// The day.
    pub read: Date,
}

impl Default for ExportSource {
    fn default() -> Self {
        let read = Date::parse("2000-01-01").expect("the first day of the year 2000 is a date");
        Self { product: String::new(), version: String::new(), read }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ListsOfTheShop {
    kinds: Vec<String>,
    fields: Vec<String>,
}

impl About {
    /// Reads the file.
    pub(super) fn parse(file: &Arc<SourceFile>, diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        toml_file(file, &BAD_FACTS, diagnostics)
    }

    /// Returns where the export of an edition was read.
    #[must_use]
    pub const fn source(&self, edition: Edition) -> &ExportSource {
        match edition {
            Edition::OpenSource => &self.open_source,
            Edition::MageOs => &self.mage_os,
        }
    }

    /// Tells whether every shop fills lists of this kind for itself.
    #[must_use]
    pub fn is_list_of_the_shop(&self, kind: &str) -> bool {
        self.lists_of_the_shop.kinds.iter().any(|known| known == kind)
    }

    /// Iterates over the fields with such a list that the exports do not name.
    pub fn fields_with_lists_of_the_shop(&self) -> impl Iterator<Item = &str> {
        self.lists_of_the_shop.fields.iter().map(String::as_str)
    }

    /// Returns what a list holds of which the export has the first entries only; `None` when it has all.
    #[must_use]
    pub fn cut_short(&self, labels: &[String]) -> Option<&str> {
        labels.iter().find_map(|label| self.lists_cut_short.get(label)).map(String::as_str)
    }
}
