//! The fields of Stores > Settings > Configuration.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::label;
use super::read::Folder;

/// The section whose fields depend on the merchant's country; on the screen it is part of Payment Methods.
pub const PAYMENT_BY_COUNTRY: &str = "payment_us";

/// For whom a field can have its own value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The whole installation.
    Default,
    /// Each website.
    Website,
    /// Each store view.
    Store,
}

/// A configuration field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Where its value is kept: `web/seo/use_rewrites`. Two fields can share one value.
    pub path: String,
    /// Where the field stands in the product's files: no two fields share that.
    pub key: String,
    /// The tab at the left.
    pub tab: String,
    /// The section below the tab.
    pub section: String,
    /// The id of the section, which is in the address of its screen.
    pub section_id: String,
    /// The groups from the outermost to the one that holds the field.
    pub groups: Vec<String>,
    /// The label before the field.
    pub label: String,
    /// The kind of field: `select`, `text`.
    pub kind: String,
    /// For whom it can have its own value, narrowest last.
    pub scopes: Vec<Scope>,
    /// What a fresh shop has.
    pub default: Option<String>,
    /// What can be chosen.
    pub choices: Choices,
    /// What must hold for the field to be shown.
    pub conditions: Vec<Condition>,
    /// The rules that the field checks, as the product names them.
    pub rules: String,
    /// The release that brought it, when a supplement has it.
    pub since: Option<String>,
}

/// What a field lets its reader choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// Nothing: it is no list.
    None,
    /// These labels.
    Listed(Vec<String>),
    /// A list that is too long for the export, by its kind.
    Unlisted(String),
    /// What the shop itself has: templates, groups, pages.
    OfTheShop,
}

/// Another field that decides whether this one is shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Condition {
    /// The key of the other field.
    pub field: String,
    /// Its value; more than one is separated by commas.
    pub value: String,
    /// Whether the field is shown for every other value instead.
    #[serde(default)]
    pub negative: bool,
}

/// A row of the export, and of the supplement.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct RawSetting {
    pub(super) path: String,
    pub(super) tab: String,
    pub(super) section: String,
    #[serde(alias = "section-id")]
    pub(super) section_id: String,
    #[serde(default)]
    pub(super) group: String,
    pub(super) label: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) scopes: Vec<Scope>,
    pub(super) default: Option<String>,
    pub(super) options: Option<Vec<String>>,
    pub(super) options_kind: Option<String>,
    #[serde(default)]
    pub(super) depends: Vec<Condition>,
    #[serde(default)]
    pub(super) validate: String,
    pub(super) structure_path: Option<String>,
}

impl RawSetting {
    pub(super) fn key(&self) -> &str {
        self.structure_path.as_deref().unwrap_or(&self.path)
    }
}

impl From<RawSetting> for Setting {
    fn from(raw: RawSetting) -> Self {
        let choices = match (raw.options_kind, raw.options) {
            (Some(kind), _) => Choices::Unlisted(kind),
            (None, Some(options)) => Choices::Listed(options),
            (None, None) => Choices::None,
        };
        let key = raw.structure_path.unwrap_or_else(|| raw.path.clone());
        let section = raw.section.split_once(" (").map_or(&*raw.section, |(name, country)| {
            if country.ends_with("merchant country)") { name } else { &*raw.section }
        });
        Self {
            key,
            tab: raw.tab,
            section: section.to_owned(),
            section_id: raw.section_id,
            groups: label::groups(&raw.group),
            label: label::plain(&raw.label),
            kind: raw.kind,
            scopes: raw.scopes,
            default: raw.default,
            choices,
            conditions: raw.depends,
            rules: raw.validate,
            since: None,
            path: raw.path,
        }
    }
}

impl Setting {
    /// Iterates over the labels from the tab down to the field, as they stand on the screen.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let groups = self.groups.iter().map(String::as_str);
        [&*self.tab, &*self.section].into_iter().chain(groups).chain([&*self.label])
    }

    /// Returns the narrowest scope; `None` for a field that holds no value of its own.
    #[must_use]
    pub fn narrowest_scope(&self) -> Option<Scope> {
        self.scopes.iter().copied().max()
    }
}

/// All fields of one edition in the order of the screen.
#[derive(Debug, Default)]
pub struct Settings {
    rows: Vec<Setting>,
    by_path: BTreeMap<String, usize>,
    by_key: BTreeMap<String, usize>,
    sections: Vec<Section>,
}

/// A section, also one without fields in the export.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// The tab above it.
    pub tab: String,
    /// The outermost groups.
    #[serde(default)]
    pub groups: Vec<String>,
}

impl Settings {
    /// Reads the three files of settings; fields for all countries come first.
    pub(super) fn load(folder: &mut Folder<'_>) -> Self {
        let mut rows: Vec<RawSetting> = folder.rows("settings.json", RawSetting::key);
        rows.extend(folder.rows("settings-payment.json", RawSetting::key));
        let mut sections: Vec<Section> = folder.rows("settings-sections.json", |section: &Section| &section.id);
        for section in &mut sections {
            section.label = section.label.split(" (United States").next().unwrap_or_default().to_owned();
            section.groups =
                section.groups.iter().map(|group| label::plain(group)).filter(|group| !group.is_empty()).collect();
        }
        let rows = rows.into_iter().map(Setting::from).collect();
        let mut settings = Self { rows, sections, ..Self::default() };
        settings.index();
        settings.restore_payment_paths();
        settings.index();
        let empty: Vec<String> =
            settings.rows.iter().filter(|row| row.label.is_empty()).map(|row| row.path.clone()).collect();
        for path in empty {
            folder.report("settings.json", &path, format!("the field `{path}` has no label"));
        }
        settings
    }

    /// Gives the fields of a country's payment section the paths at which their values are kept: the product shows
    /// `payment_us/checkmo/active` and keeps `payment/checkmo/active`.
    fn restore_payment_paths(&mut self) {
        for i in 0..self.rows.len() {
            let kept = self.rows[i].path.strip_prefix("payment_us/").map(|rest| format!("payment/{rest}"));
            if let Some(path) = kept.filter(|path| self.by_path.contains_key(path)) {
                self.rows[i].path = path;
            }
        }
    }

    /// Adds a field of the supplement behind those of its group.
    pub(super) fn add(&mut self, setting: Setting) {
        let same_place = |row: &Setting| row.section_id == setting.section_id && row.groups == setting.groups;
        let same_section = |row: &Setting| row.section_id == setting.section_id;
        let last = self.rows.iter().rposition(same_place).or_else(|| self.rows.iter().rposition(same_section));
        self.rows.insert(last.map_or(self.rows.len(), |last| last + 1), setting);
        self.index();
    }

    pub(crate) fn index(&mut self) {
        self.by_path.clear();
        self.by_key.clear();
        for (i, row) in self.rows.iter().enumerate() {
            self.by_path.entry(row.path.clone()).or_insert(i);
            self.by_key.insert(row.key.clone(), i);
        }
    }

    /// Gives the last of some labels, from the tab downwards, another name, for tests.
    #[cfg(test)]
    pub(crate) fn rename_label(&mut self, labels: &[&str], name: &str) {
        let depth = labels.len();
        for row in self.rows.iter_mut().filter(|row| row.labels().take(depth).eq(labels.iter().copied())) {
            let last = 2 + row.groups.len();
            let label = match depth {
                1 => &mut row.tab,
                2 => &mut row.section,
                _ if depth - 1 == last => &mut row.label,
                _ => &mut row.groups[depth - 3],
            };
            name.clone_into(label);
        }
        for section in &mut self.sections {
            let of_tab = section.tab == labels[0];
            match (depth, labels) {
                (1, _) if of_tab => name.clone_into(&mut section.tab),
                (2, [_, own]) if of_tab && section.label == *own => name.clone_into(&mut section.label),
                (3, [_, own, group]) if of_tab && section.label == *own => {
                    section.groups.iter_mut().filter(|own| own == group).for_each(|own| name.clone_into(own));
                }
                _ => {}
            }
        }
    }

    /// Returns the first field that keeps its value at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Setting> {
        self.rows.get(*self.by_path.get(path)?)
    }

    /// Returns the field of a key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Setting> {
        self.rows.get(*self.by_key.get(key)?)
    }

    /// Returns the number of fields.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether there is no field.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Iterates over all fields.
    pub fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.rows.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Setting> {
        self.rows.iter_mut()
    }

    /// Iterates over the paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.by_path.keys().map(String::as_str)
    }

    /// Iterates over the sections in the order of the screen.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter()
    }
}
