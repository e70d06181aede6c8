//! What newer releases have and the exports do not: few, reviewed by hand, each with its source.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::BAD_FACTS;
use super::admin_menu::MenuEntry;
use super::commands::Command;
use super::export::Export;
use super::read::toml_file;
use super::settings::{RawSetting, Scope, Setting};
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, SourceFile};
use crate::edition::Edition;

/// `docs/facts/supplement.toml`.
#[derive(Debug, Default)]
pub(super) struct Supplement {
    file: Option<Arc<SourceFile>>,
    raw: RawSupplement,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawSupplement {
    #[serde(default)]
    menu: Vec<ExtraMenuEntry>,
    #[serde(default)]
    setting: Vec<ExtraSetting>,
    #[serde(default)]
    command: Vec<ExtraCommand>,
    #[serde(default)]
    hidden_setting: Vec<HiddenSetting>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ExtraMenuEntry {
    edition: Edition,
    path: Spanned<String>,
    since: String,
    source: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ExtraSetting {
    edition: Edition,
    path: Spanned<String>,
    tab: String,
    section: String,
    section_id: String,
    groups: Vec<String>,
    label: String,
    #[serde(rename = "type")]
    kind: String,
    scopes: Vec<Scope>,
    default: Option<String>,
    options: Option<Vec<String>>,
    since: String,
    source: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ExtraCommand {
    edition: Edition,
    name: Spanned<String>,
    since: String,
    source: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct HiddenSetting {
    edition: Edition,
    path: Spanned<String>,
    #[expect(dead_code, reason = "read so that the file must say it; no page shows hidden settings")]
    since: String,
    source: Spanned<String>,
}

impl Supplement {
    /// Reads the file; a manual without one has no supplement.
    pub(super) fn load(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let Some(file) = sources.get("facts/supplement.toml") else { return Self::default() };
        let raw: RawSupplement = toml_file(file, &BAD_FACTS, diagnostics).unwrap_or_default();
        let unsourced = (raw.menu.iter().map(|entry| &entry.source))
            .chain(raw.setting.iter().map(|entry| &entry.source))
            .chain(raw.command.iter().map(|entry| &entry.source))
            .chain(raw.hidden_setting.iter().map(|entry| &entry.source))
            .filter(|source| source.get_ref().trim().is_empty());
        for source in unsourced {
            let found = Diagnostic::at(&BAD_FACTS, file, source.span(), "this entry has no source");
            diagnostics.push(found.help("say where it was read: repository, commit and file, or the release post"));
        }
        Self { file: Some(Arc::clone(file)), raw }
    }

    /// Adds the entries of an edition to its export and reports those that the export has by now.
    pub(super) fn add_to(&self, export: &mut Export, edition: Edition, diagnostics: &mut Vec<Diagnostic>) {
        let Some(file) = &self.file else { return };
        let mut stale = |name: &Spanned<String>| diagnostics.push(stale_entry(file, name.get_ref(), name.span()));
        for entry in self.raw.menu.iter().filter(|entry| entry.edition == edition) {
            if export.menu.contains(entry.path.get_ref()) {
                stale(&entry.path);
            } else {
                export.menu.add(entry.menu_entry());
            }
        }
        for entry in self.raw.setting.iter().filter(|entry| entry.edition == edition) {
            if export.settings.get(entry.path.get_ref()).is_some() {
                stale(&entry.path);
            } else {
                export.settings.add(entry.setting());
            }
        }
        for entry in self.raw.command.iter().filter(|entry| entry.edition == edition) {
            if export.commands.get(entry.name.get_ref()).is_some() {
                stale(&entry.name);
            } else {
                export.commands.add(entry.command());
            }
        }
        for entry in self.raw.hidden_setting.iter().filter(|entry| entry.edition == edition) {
            if export.settings.get(entry.path.get_ref()).is_some() {
                stale(&entry.path);
            }
        }
    }

    /// Returns the paths of an edition that have no field.
    pub(super) fn hidden_settings(&self, edition: Edition) -> BTreeSet<String> {
        let own = self.raw.hidden_setting.iter().filter(|entry| entry.edition == edition);
        own.map(|entry| entry.path.get_ref().clone()).collect()
    }
}

fn stale_entry(file: &Arc<SourceFile>, name: &str, span: Range<usize>) -> Diagnostic {
    Diagnostic::at(&BAD_FACTS, file, span, format!("the export has `{name}` by now"))
        .help("take this entry out of the supplement")
}

impl ExtraMenuEntry {
    fn menu_entry(&self) -> MenuEntry {
        let path = self.path.get_ref().clone();
        let title = path.rsplit(" > ").next().unwrap_or_default().to_owned();
        let none = String::new;
        let since = Some(self.since.clone());
        MenuEntry { id: none(), title, path, action: None, resource: none(), module: none(), since }
    }
}

impl ExtraSetting {
    fn setting(&self) -> Setting {
        let raw = RawSetting {
            path: self.path.get_ref().clone(),
            tab: self.tab.clone(),
            section: self.section.clone(),
            section_id: self.section_id.clone(),
            group: self.groups.join(" > "),
            label: self.label.clone(),
            kind: self.kind.clone(),
            scopes: self.scopes.clone(),
            default: self.default.clone(),
            options: self.options.clone(),
            options_kind: None,
            depends: Vec::new(),
            validate: String::new(),
            structure_path: None,
        };
        Setting { since: Some(self.since.clone()), ..Setting::from(raw) }
    }
}

impl ExtraCommand {
    fn command(&self) -> Command {
        let (name, since) = (self.name.get_ref().clone(), Some(self.since.clone()));
        Command { name, arguments: Vec::new(), options: Vec::new(), since }
    }
}
