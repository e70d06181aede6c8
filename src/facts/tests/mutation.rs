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
    for (path, text) in markdown(sources) {
        for (at, _) in text.match_indices(&open) {
            let start = at + open.len();
            let end = start + text[start..].find(')').unwrap();
            found.push((text[start..end].to_owned(), (path.clone(), start)));
        }
    }
    found.retain(|(name, _)| !name.is_empty());
    found
}

/// Finds the texts of links with an empty address behind a role: menu paths and commands.
fn texts(sources: &Sources, role: &str) -> Vec<(String, Place)> {
    let close = format!("]({role}:)");
    let mut found = Vec::new();
    for (path, text) in markdown(sources) {
        for (end, _) in text.match_indices(&close) {
            let start = text[..end].rfind('[').unwrap() + 1;
            found.push((text[start..end].to_owned(), (path.clone(), start)));
        }
    }
    found
}

/// Returns the Markdown files with blanks for code, which shows roles without naming anything.
fn markdown(sources: &Sources) -> impl Iterator<Item = (String, String)> {
    sources.docs.iter().filter(|(path, _)| std::path::Path::new(path).extension().is_some_and(|end| end == "md")).map(
        |(_, file)| {
            let mut is_fenced = false;
            let mut text = String::with_capacity(file.text.len());
            for line in file.text.split_inclusive('\n') {
                let is_fence = line.trim_start().starts_with("```");
                is_fenced ^= is_fence;
                let mut is_code = is_fenced || is_fence;
                for c in line.chars() {
                    is_code ^= c == '`' && !is_fenced && !is_fence;
                    if is_code { text.extend(std::iter::repeat_n(' ', c.len_utf8())) } else { text.push(c) }
                }
            }
            (file.path.clone(), text)
        },
    )
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

/// How many names are renamed before the lints run again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Batch {
    /// One: what is reported is reported for that name.
    Single,
    /// All that do not hide each other: the same places in a hundredth of the time.
    Whole,
}

impl Batch {
    fn split(self, names: BTreeSet<String>) -> Vec<BTreeSet<String>> {
        match self {
            Self::Single => names.into_iter().map(|name| BTreeSet::from([name])).collect(),
            Self::Whole => vec![names],
        }
    }
}

/// Renames everything that the manual names; returns how many names there were.
fn mutate_all(sources: &Sources, batch: Batch) -> usize {
    let checked = manual::compile(sources);
    assert!(!has_errors(&checked.diagnostics), "the manual is right before anything is renamed");
    let mut manual = checked.value.unwrap();
    // Generated pages are made of the facts themselves and would be renamed with them.
    manual.guides.retain(|guide| guide.slug != crate::facts::reference::GUIDE);
    let settings = mutate(&mut manual, &targets(sources, "setting"), rename_setting, "unknown-setting", batch);
    let commands = mutate(&mut manual, &texts(sources, "cli"), rename_command, "unknown-command", batch);
    settings + commands + mutate_paths(&mut manual, sources, batch)
}

fn mutate(
    manual: &mut Manual,
    named: &[(String, Place)],
    rename: impl Fn(&mut Manual, &str, &str),
    lint: &str,
    batch: Batch,
) -> usize {
    let first_word = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    let names: BTreeSet<String> = named.iter().map(|(name, _)| first_word(name)).collect();
    let count = names.len();
    for names in batch.split(names) {
        for name in &names {
            rename(manual, name, &format!("renamed-{name}"));
        }
        index(manual);
        let found = places(&lint_again(manual), lint);
        for (name, place) in named.iter().filter(|(name, _)| names.contains(&first_word(name))) {
            assert!(found.contains(place), "{name} is not reported at {place:?}");
        }
        for name in &names {
            rename(manual, &format!("renamed-{name}"), name);
        }
        index(manual);
    }
    assert_eq!(lint_again(manual), [], "every name was given back");
    count
}

fn rename_setting(manual: &mut Manual, from: &str, to: &str) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        let settings = &mut facts.exports.get_mut(edition).settings;
        settings.iter_mut().filter(|row| row.path == from).for_each(|row| to.clone_into(&mut row.path));
    }
}

fn rename_command(manual: &mut Manual, from: &str, to: &str) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        facts.exports.get_mut(edition).commands.rename(from, to);
    }
}

/// Renames the last step of every path that the manual names, and of every path above one; those of a length at once.
fn mutate_paths(manual: &mut Manual, sources: &Sources, batch: Batch) -> usize {
    let named: Vec<(String, Place)> =
        texts(sources, "admin").into_iter().filter(|(path, _)| !path.contains("{{")).collect();
    let mut count = 0;
    for length in 1.. {
        let steps = named.iter().map(|(path, _)| path.split(" > ").take(length).collect::<Vec<_>>());
        let prefixes: BTreeSet<String> =
            steps.filter(|steps| steps.len() == length).map(|steps| steps.join(" > ")).collect();
        if prefixes.is_empty() {
            break;
        }
        count += prefixes.len();
        for prefixes in batch.split(prefixes) {
            mutate_prefixes(manual, &named, &prefixes, length);
        }
    }
    assert_eq!(lint_again(manual), [], "every name was given back");
    count
}

fn mutate_prefixes(manual: &mut Manual, named: &[(String, Place)], prefixes: &BTreeSet<String>, length: usize) {
    let split = |prefix: &str| {
        let (above, last) = prefix.rsplit_once(" > ").unwrap_or(("", prefix));
        (if above.is_empty() { String::new() } else { format!("{above} > ") }, last.to_owned())
    };
    for prefix in prefixes {
        rename_path(manual, prefix, &format!("Renamed {}", split(prefix).1));
    }
    index(manual);
    let found = places(&lint_again(manual), "unknown-menu-path");
    for (path, (file, start)) in named {
        let prefix = path.split(" > ").take(length).collect::<Vec<_>>().join(" > ");
        if prefixes.contains(&prefix) && path.split(" > ").count() >= length {
            let place = (file.clone(), start + split(&prefix).0.len());
            assert!(found.contains(&place), "{prefix} is not reported at {place:?}");
        }
    }
    for prefix in prefixes {
        let (above, last) = split(prefix);
        rename_path(manual, &format!("{above}Renamed {last}"), &last);
    }
    index(manual);
}

fn index(manual: &mut Manual) {
    let facts = manual.facts.as_mut().unwrap();
    for edition in Edition::ALL {
        facts.exports.get_mut(edition).index();
    }
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
    }
}

#[test]
fn in_a_small_manual_no_renamed_name_escapes() {
    let text = "[Sales > Operations > Orders](admin:)\n\n\
        [Stores > Settings > Configuration > General > Web](admin:)\n\n\
        - [Use Web Server Rewrites](setting:web/seo/use_rewrites)\n- [cache:flush](cli:)\n\n\
        | a |\n|---|\n| [Use Web Server Rewrites](setting:web/seo/use_rewrites) |\n";
    assert_eq!(mutate_all(&sources(text), Batch::Single), 2 + 3 + 5);
}

#[test]
fn in_the_manual_no_renamed_name_escapes() {
    let project = crate::press::load::Project { root: env!("CARGO_MANIFEST_DIR").into() };
    let sources = project.sources().unwrap().value;
    let names = mutate_all(&sources, Batch::Whole);
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
