//! `cargo site facts FOLDER`: what a fresh export says that ours does not, in words.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};

use super::load::{Project, files_below};
use crate::content::sources::Sources;
use crate::diag::{Checked, SourceFile};
use crate::edition::Edition;
use crate::facts::about::ExportSource;
use crate::facts::changes;
use crate::facts::export::Export;

/// Compares the exports below `folder`, one folder an edition, with those of the project.
///
/// # Errors
///
/// Returns an error when a file cannot be read or the folder has no export of either edition.
pub(super) fn compare(project: &Project, folder: &Path) -> Result<Checked<String>> {
    let (ours, fresh) = (read(&project.docs().join("facts"))?, read(folder)?);
    let mut out = String::new();
    let mut diagnostics = Vec::new();
    let mut count = 0;
    for edition in Edition::ALL {
        let id = edition.id();
        if !fresh.docs.keys().any(|path| path.starts_with(&format!("{id}/"))) {
            let _ = writeln!(out, "{}: no export in this folder", edition.name());
            continue;
        }
        count += 1;
        let mut load = |sources: &Sources, place: &Path| {
            let promise = Arc::new(SourceFile { path: place.join(id).display().to_string(), text: String::new() });
            Export::load(sources, id, ExportSource::default(), &promise, &mut diagnostics)
        };
        let before = load(&ours, Path::new("docs/facts"));
        let after = load(&fresh, folder);
        describe(&mut out, edition, &changes::between(&before, &after));
    }
    if count == 0 {
        bail!("{} has neither a folder `open-source` nor `mage-os`", folder.display());
    }
    Ok(Checked { value: out, diagnostics })
}

fn describe(out: &mut String, edition: Edition, changes: &changes::Changes) {
    if changes.is_empty() {
        let _ = writeln!(out, "{}: nothing changed", edition.name());
        return;
    }
    let _ = writeln!(out, "{}: {}", edition.name(), changes.summary.join(", "));
    for line in &changes.details {
        let _ = writeln!(out, "  {line}");
    }
}

fn read(folder: &Path) -> Result<Sources> {
    let mut docs = BTreeMap::new();
    let names = files_below(folder).with_context(|| format!("reading {}", folder.display()))?;
    for name in names.into_iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "json")) {
        let path = folder.join(&name);
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        docs.insert(name, Arc::new(SourceFile { path: path.display().to_string(), text }));
    }
    Ok(Sources { docs, ..Sources::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_in_words() {
        let project = Project { root: env!("CARGO_MANIFEST_DIR").into() };
        let fresh = tempfile::tempdir().unwrap();
        let ours = project.docs().join("facts/mage-os");
        fs::create_dir(fresh.path().join("mage-os")).unwrap();
        for name in files_below(&ours).unwrap() {
            let text = fs::read_to_string(ours.join(&name)).unwrap();
            let text = match &*name {
                "settings.json" => text.replacen("\"rma/general/enabled\"", "\"rma/general/on\"", 1).replacen(
                    "\"default\": \"RMA-\"",
                    "\"default\": \"R\"",
                    1,
                ),
                "admin-menu.json" => text.replace("Sales > RMA", "Sales > Returns"),
                "commands.json" => text.replacen("\"rma:list\"", "\"returns:list\"", 1),
                _ => text,
            };
            fs::write(fresh.path().join("mage-os").join(name), text).unwrap();
        }
        let found = compare(&project, fresh.path()).unwrap();
        assert_eq!(found.diagnostics, []);
        let lines: Vec<&str> = found.value.lines().collect();
        assert_eq!(lines[0], "Magento Open Source: no export in this folder");
        assert_eq!(
            lines[1],
            "Mage-OS: 1 setting added, 1 setting removed, 1 setting with another default, 6 menu entries renamed or moved, \
             1 command added, 1 command removed"
        );
        assert!(found.value.contains("~ setting rma/general/increment_id_prefix: default was RMA-, is R"));
        assert!(found.value.contains("~ menu entry Sales > RMA > RMA Reasons is now Sales > Returns > RMA Reasons"));
    }

    #[test]
    fn our_own_export_is_not_a_change() {
        let project = Project { root: env!("CARGO_MANIFEST_DIR").into() };
        let found = compare(&project, &project.docs().join("facts")).unwrap();
        assert_eq!(found.value, "Magento Open Source: nothing changed\nMage-OS: nothing changed\n");
        assert!(compare(&project, &project.docs().join("sales")).is_err());
    }
}
