//! What changed between two exports, in words: how a new release becomes a review instead of a rewrite.

use super::differences::{Difference, changes_of, compare, settings};
use super::export::Export;
use super::words::count;

/// The changes of one edition.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// One line a kind of change: "3 settings added".
    pub summary: Vec<String>,
    /// One line a change.
    pub details: Vec<String>,
}

/// Tells what `after` has that `before` has not, and the reverse.
#[must_use]
pub fn between(before: &Export, after: &Export) -> Changes {
    let mut changes = Changes::default();
    changes.settings(before, after);
    changes.menu(before, after);
    changes.table("command", before.commands.iter(), after.commands.iter(), |row| row.name.clone());
    changes.table("payment method", &before.payment_methods, &after.payment_methods, |row| row.code.clone());
    changes.table("shipping carrier", &before.carriers, &after.carriers, |row| row.code.clone());
    changes.table("product attribute", &before.product_attributes, &after.product_attributes, |row| row.code.clone());
    changes
        .table("category attribute", &before.category_attributes, &after.category_attributes, |row| row.code.clone());
    changes.table("order status", &before.order_statuses, &after.order_statuses, |row| {
        format!("{} ({})", row.status, row.state.as_deref().unwrap_or("no state"))
    });
    changes.table("role resource", &before.resources, &after.resources, |row| row.id.clone());
    changes.table("e-mail template", &before.email_templates, &after.email_templates, |row| row.id.clone());
    changes.table("cron job", &before.cron_jobs, &after.cron_jobs, |row| row.job.clone());
    changes.table("indexer", &before.indexers, &after.indexers, |row| row.id.clone());
    changes.table("cache", &before.caches, &after.caches, |row| row.id.clone());
    changes.table("import entity", &before.import_export.import, &after.import_export.import, |row| row.code.clone());
    changes.table("Page Builder type", &before.content_types, &after.content_types, |row| row.name.clone());
    changes
}

impl Changes {
    fn settings(&mut self, before: &Export, after: &Export) {
        let found = settings(before, after);
        self.ends("setting", &found, |setting| {
            format!("{} ({})", setting.path, setting.labels().collect::<Vec<_>>().join(" > "))
        });
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for (old, new) in &found.changed {
            for change in changes_of(old, new) {
                match kinds.iter_mut().find(|(what, _)| *what == change.what) {
                    Some((_, number)) => *number += 1,
                    None => kinds.push((change.what, 1)),
                }
                let (path, what) = (&new.path, change.what);
                self.details.push(format!("~ setting {path}: {what} was {}, is {}", change.before, change.after));
            }
        }
        for (what, number) in kinds {
            self.summary.push(format!("{} with another {what}", count(number, "setting")));
        }
    }

    /// Menu entries are followed by their ids, so that a new name is one change and not two.
    fn menu(&mut self, before: &Export, after: &Export) {
        let found = compare(before.menu.iter(), after.menu.iter(), |row| row.id.clone(), |a, b| a.path != b.path);
        self.ends("menu entry", &found, |entry| entry.path.clone());
        if !found.changed.is_empty() {
            self.summary.push(format!("{} renamed or moved", count(found.changed.len(), "menu entry")));
        }
        for (old, new) in &found.changed {
            self.details.push(format!("~ menu entry {} is now {}", old.path, new.path));
        }
    }

    fn table<'a, T: PartialEq + 'a>(
        &mut self,
        noun: &str,
        before: impl IntoIterator<Item = &'a T>,
        after: impl IntoIterator<Item = &'a T>,
        key: impl Fn(&T) -> String,
    ) {
        let found = compare(before, after, &key, |a, b| a != b);
        self.ends(noun, &found, &key);
        if !found.changed.is_empty() {
            self.summary.push(format!("{} changed", count(found.changed.len(), noun)));
        }
        for (_, new) in &found.changed {
            self.details.push(format!("~ {noun} {}", key(new)));
        }
    }

    fn ends<T>(&mut self, noun: &str, found: &Difference<'_, T>, name: impl Fn(&T) -> String) {
        for (sign, word, rows) in [("+", "added", &found.added), ("-", "removed", &found.removed)] {
            if !rows.is_empty() {
                self.summary.push(format!("{} {word}", count(rows.len(), noun)));
            }
            self.details.extend(rows.iter().map(|row| format!("{sign} {noun} {}", name(row))));
        }
    }

    /// Tells whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.details.is_empty()
    }
}
