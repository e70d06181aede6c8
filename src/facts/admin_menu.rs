//! The menu of the Admin.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::read::Folder;

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MenuEntry {
    /// Its id in the product's files.
    pub id: String,
    /// What readers see.
    pub title: String,
    /// The titles from the top down to it, joined by ` > `.
    pub path: String,
    /// The route of its screen; a heading has none.
    pub action: Option<String>,
    /// The permission that shows it.
    pub resource: String,
    /// The module that brings it.
    pub module: String,
    /// Where it was proven, when a supplement has it.
    #[serde(skip)]
    pub since: Option<String>,
}

/// All entries in the order of the screen.
#[derive(Debug, Default)]
pub struct AdminMenu {
    entries: Vec<MenuEntry>,
    by_path: BTreeMap<String, usize>,
}

impl AdminMenu {
    /// Reads `admin-menu.json`.
    pub(super) fn load(folder: &mut Folder<'_>) -> Self {
        let entries: Vec<MenuEntry> = folder.rows("admin-menu.json", |entry: &MenuEntry| &entry.path);
        let mut menu = Self { entries, by_path: BTreeMap::new() };
        menu.index();
        let orphans: Vec<String> = menu
            .entries
            .iter()
            .filter(|entry| entry.path.rsplit_once(" > ").is_some_and(|(above, _)| !menu.contains(above)))
            .map(|entry| entry.path.clone())
            .collect();
        for path in orphans {
            folder.report("admin-menu.json", &path, format!("nothing stands above `{path}`"));
        }
        menu
    }

    /// Adds an entry of the supplement.
    pub(super) fn add(&mut self, entry: MenuEntry) {
        self.entries.push(entry);
    }

    /// Builds the index anew.
    pub(super) fn index(&mut self) {
        self.by_path = self.entries.iter().enumerate().map(|(i, entry)| (entry.path.clone(), i)).collect();
    }

    /// Gives the last step of a path another label, for tests.
    #[cfg(test)]
    pub(crate) fn rename(&mut self, path: &str, label: &str) {
        let above = parent(path);
        let renamed = if above.is_empty() { label.to_owned() } else { format!("{above} > {label}") };
        for entry in &mut self.entries {
            match entry.path.strip_prefix(path) {
                Some("") => entry.path.clone_from(&renamed),
                Some(rest) if rest.starts_with(" > ") => entry.path = format!("{renamed}{rest}"),
                _ => {}
            }
        }
    }

    /// Returns the entry of a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&MenuEntry> {
        self.entries.get(*self.by_path.get(path)?)
    }

    /// Tells whether a path leads somewhere, to a screen or to a heading.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// Iterates over all entries.
    pub fn iter(&self) -> impl Iterator<Item = &MenuEntry> {
        self.entries.iter()
    }

    /// Iterates over the titles directly below a path; below the empty path stand the top ones.
    pub fn below<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |entry| parent(&entry.path) == path).map(|entry| &*entry.title)
    }
}

/// Returns the path above; empty at the top.
#[must_use]
pub fn parent(path: &str) -> &str {
    path.rsplit_once(" > ").map_or("", |(above, _)| above)
}
