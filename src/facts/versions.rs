//! The releases of both products, what stands on what, and how long each is supported.

use serde::Deserialize;

use super::BAD_FACTS;
use super::read::toml_file;
use crate::content::date::Date;
use crate::content::sources::Sources;
use crate::diag::Diagnostic;

/// `docs/facts/versions.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Versions {
    /// The day on which the sources were read.
    pub read: Option<Date>,
    /// Where, in words for readers.
    #[serde(default)]
    pub sources: String,
    /// Releases of Magento Open Source, newest first.
    #[serde(default)]
    pub open_source: Vec<OpenSourceRelease>,
    /// Releases of Mage-OS, newest first.
    #[serde(default)]
    pub mage_os: Vec<MageOsRelease>,
}

/// A line of releases of Magento Open Source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenSourceRelease {
    /// `2.4.9`.
    pub version: String,
    /// Its first day; `None` when nothing we read names it.
    pub released: Option<Date>,
    /// The newest patch that was seen.
    #[serde(default)]
    pub newest_patch: String,
    /// The last day of regular support.
    pub supported_until: Option<Date>,
}

/// A release of Mage-OS.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MageOsRelease {
    /// `3.5.0`.
    pub version: String,
    /// The day.
    pub released: Date,
    /// The release of Magento Open Source that it stands on.
    pub stands_on: String,
    /// What merchants notice.
    #[serde(default)]
    pub note: String,
}

impl Versions {
    /// Reads the file; a manual without it has no releases.
    pub(super) fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let Some(file) = sources.get("facts/versions.toml") else { return Self::default() };
        toml_file(file, &BAD_FACTS, diagnostics).unwrap_or_default()
    }
}
