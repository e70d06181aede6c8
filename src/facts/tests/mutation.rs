//! Every menu label, setting and command that a manual names is renamed in turn; each page that names it must be told.

use std::collections::BTreeSet;

use super::fixture::sources;
use crate::content::manual::{self, Manual};
use crate::content::sources::Sources;
use crate::diag::{Diagnostic, has_errors};
use crate::edition::Edition;
use crate::facts::place::CONFIGURATION;
use crate::lint;

/// A place in a file: path and first byte.
type Place = (String, usize);

/// Finds what stands behind `](role:` in the Markdown, without the dialect's reader.
fn targets(sources: &Sources, role: &str) -> Vec<(String, Place)> {
    let open = format!("]({role}:");
    let mut found = Vec::new();
    for file in markdown(sources) {
        for (at, _) in file.text.match_indices(&open) {
            let start = at + open.len();
            let end = start + file.text[start..].find(')').unwrap();
            found.push((file.text[start..end].to_owned(), (file.path.clone(), start)));
        }
    }
    found
}

/// Finds the texts of links with an empty address behind a role: menu paths and commands.
fn texts(sources: &Sources, role: &str) -> Vec<(String, Place)> {
    let close = format!("]({role}:)");
    let mut found = Vec::new();
    for file in markdown(sources) {
        for (end, _) in file.text.match_indices(&close) {
            let start = file.text[..end].rfind('[').unwrap() + 1;
            found.push((file.text[start..end].to_owned(), (file.path.clone(), start)));
        }
    }
    found
}

fn markdown(sources: &Sources) -> impl Iterator<Item = &crate::diag::SourceFile> {
    sources.docs.iter().filter(|(path, _)| path.ends_with(".md")).map(|(_, file)| &**file)
}

fn lint_again(manual: &Manual) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    lint::check_names(manual, &mut found);
    found
}

fn places(found: &[Diagnostic], lint: &str) -> BTreeSet<Place> {
    let of_lint = found.iter().filter(|found| found.lint.name == lint);
    of_lint.filter_map(|found| found.span.as_ref()).map(|span| (span.file.path.clone(), span.range.start)).collect()
}

/// Renames everything that the manual names, one after the other; returns how many names there were.
fn mutate_all(sources: &Sources) -> usize {
    let checked = manual::compile(sources);
    assert!(!has_errors(&checked.diagnostics), "the manual is right before anything is renamed");
    let mut manual = checked.value.unwrap();
    // Generated pages are made of the facts themselves and would be renamed with them.
    manual.guides.retain(|guide| guide.slug != crate::facts::reference::GUIDE);
    let settings = mutate(&mut manual, targets(sources, "setting"), rename_setting, "unknown-setting");
    let commands = mutate(&mut manual, texts(sources, "cli"), rename_command, "unknown-command");
    settings + commands + mutate_paths(&mut manual, sources)
}

fn mutate(
    manual: &mut Manual,
    named: Vec<(String, Place)>,
    rename: impl Fn(&mut Manual, &str, &str),
    lint: &str,
) -> usize {
    let names: BTreeSet<&str> = named.iter().map(|(name, _)| &**name).collect();
    for name in &names {
        rename(manual, name, "renamed/by/test");
        let found = places(&lint_again(manual), lint);
        for (_, place) in named.iter().filter(|(other, _)| other == name) {
            assert!(found.contains(place), "{name} is not reported at {place:?}");
        }
        rename(manual, "renamed/by/test", name);
    }
    assert_eq!(lint_again(manual), [], "every name was given back");
    names.len()
}

fn rename_setting(manual: &mut Manual, from: &str, to: &str) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        let settings = &mut facts.exports.get_mut(edition).settings;
        settings.iter_mut().filter(|row| row.path == from).for_each(|row| to.clone_into(&mut row.path));
        settings.index();
    }
}

fn rename_command(manual: &mut Manual, from: &str, to: &str) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        facts.exports.get_mut(edition).commands.rename(from, to);
    }
}

/// Renames the last step of every path that the manual names, and of every path above one.
fn mutate_paths(manual: &mut Manual, sources: &Sources) -> usize {
    let named: Vec<(String, Place)> =
        texts(sources, "admin").into_iter().filter(|(path, _)| !path.contains("{{")).collect();
    let mut prefixes = BTreeSet::new();
    for (path, _) in &named {
        let steps: Vec<&str> = path.split(" > ").collect();
        prefixes.extend((1..=steps.len()).map(|len| steps[..len].join(" > ")));
    }
    for prefix in &prefixes {
        rename_path(manual, prefix, "Renamed");
        let found = places(&lint_again(manual), "unknown-menu-path");
        let above = prefix.rsplit_once(" > ").map_or("", |(above, _)| above);
        let offset = if above.is_empty() { 0 } else { above.len() + " > ".len() };
        for (path, (file, start)) in &named {
            if path == prefix || path.starts_with(&format!("{prefix} > ")) {
                let place = (file.clone(), start + offset);
                assert!(found.contains(&place), "{prefix} is not reported at {place:?}");
            }
        }
        let renamed = if above.is_empty() { "Renamed".to_owned() } else { format!("{above} > Renamed") };
        rename_path(manual, &renamed, prefix.rsplit(" > ").next().unwrap());
    }
    assert_eq!(lint_again(manual), [], "every name was given back");
    prefixes.len()
}

/// Gives the last step of a path another label, in the menu or in the configuration.
fn rename_path(manual: &mut Manual, path: &str, label: &str) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        let export = facts.exports.get_mut(edition);
        match path.strip_prefix(&format!("{CONFIGURATION} > ")) {
            Some(inner) => export.settings.rename_label(&inner.split(" > ").collect::<Vec<_>>(), label),
            None => export.menu.rename(path, label),
        }
        export.index();
    }
}

#[test]
fn in_a_small_manual_no_renamed_name_escapes() {
    let text = "[Sales > Operations > Orders](admin:)\n\n\
        [Stores > Settings > Configuration > General > Web](admin:)\n\n\
        - [Use Web Server Rewrites](setting:web/seo/use_rewrites)\n- [cache:flush](cli:)\n\n\
        | a |\n|---|\n| [Use Web Server Rewrites](setting:web/seo/use_rewrites) |\n";
    assert_eq!(mutate_all(&sources(text)), 2 + 3 + 5);
}

#[test]
fn in_the_manual_no_renamed_name_escapes() {
    let project = crate::press::load::Project { root: env!("CARGO_MANIFEST_DIR").into() };
    let sources = project.sources().unwrap().value;
    let names = mutate_all(&sources);
    assert!(names > 80, "the manual names {names} things only: are the roles still read?");
}

#[test]
fn a_renamed_label_in_the_file_stops_the_check() {
    let sources = sources("[Sales > Operations > Orders](admin:)");
    let mut files = std::collections::BTreeMap::new();
    for (path, file) in &sources.docs {
        let text = match &**path {
            "facts/mage-os/admin-menu.json" => file.text.replace("Orders", "Sales Orders"),
            _ => file.text.clone(),
        };
        files.insert(path.clone(), text.into_bytes());
    }
    let found = manual::compile(&Sources::from_bytes(files, BTreeSet::new()).value).diagnostics;
    assert_eq!(found.len(), 1);
    let span = found[0].span.clone().unwrap();
    assert_eq!(&span.file.text[span.range], "Orders");
    assert!(found[0].message.ends_with("in Mage-OS"), "{}", found[0].message);
}
