//! What does one export have that another has not? The editions are compared with it, and a fresh export with the last.

use std::collections::BTreeMap;

use super::export::Export;
use super::settings::Setting;
use super::words;

/// The rows that only one side has, and those that changed.
#[derive(Debug)]
pub struct Difference<'a, T> {
    /// Only in the first export.
    pub removed: Vec<&'a T>,
    /// Only in the second.
    pub added: Vec<&'a T>,
    /// In both, but not the same.
    pub changed: Vec<(&'a T, &'a T)>,
}

impl<T> Difference<'_, T> {
    /// Tells whether both sides are the same.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty() && self.changed.is_empty()
    }
}

/// Compares two lists of rows by a key; the order is that of the exports.
pub fn compare<'a, T>(
    before: impl IntoIterator<Item = &'a T>,
    after: impl IntoIterator<Item = &'a T>,
    key: impl Fn(&T) -> String,
    differs: impl Fn(&T, &T) -> bool,
) -> Difference<'a, T> {
    let (before, after): (Vec<&T>, Vec<&T>) = (before.into_iter().collect(), after.into_iter().collect());
    let index = |rows: &[&'a T]| rows.iter().map(|row| (key(row), *row)).collect::<BTreeMap<String, &'a T>>();
    let (old, new) = (index(&before), index(&after));
    let removed = before.iter().copied().filter(|row| !new.contains_key(&key(row))).collect();
    let added = after.iter().copied().filter(|row| !old.contains_key(&key(row))).collect();
    let changed = before
        .iter()
        .filter_map(|row| Some((*row, *new.get(&key(row))?)))
        .filter(|(old, new)| differs(old, new))
        .collect();
    Difference { removed, added, changed }
}

/// Compares the fields of two exports.
#[must_use]
pub fn settings<'a>(before: &'a Export, after: &'a Export) -> Difference<'a, Setting> {
    compare(before.settings.iter(), after.settings.iter(), |row| row.key.clone(), setting_differs)
}

/// Tells whether a merchant would see that two fields differ.
fn setting_differs(before: &Setting, after: &Setting) -> bool {
    !changes_of(before, after).is_empty()
}

/// One thing about a field that is not the same in two exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changed: "default", "label".
    pub what: &'static str,
    /// In the first export.
    pub before: String,
    /// In the second.
    pub after: String,
}

/// Lists what differs between two fields with the same key.
#[must_use]
pub fn changes_of(before: &Setting, after: &Setting) -> Vec<Change> {
    let parts = [
        (
            "place or label",
            before.labels().collect::<Vec<_>>().join(" > "),
            after.labels().collect::<Vec<_>>().join(" > "),
        ),
        ("default", words::default_value(before), words::default_value(after)),
        ("scope", scope(before), scope(after)),
        ("allowed values", words::rules(before).join(", "), words::rules(after).join(", ")),
        ("kind of field", before.kind.clone(), after.kind.clone()),
    ];
    let changed = parts.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(what, before, after)| Change { what, before, after }).collect()
}

fn scope(setting: &Setting) -> String {
    setting.narrowest_scope().map_or("none", words::scope).to_owned()
}
