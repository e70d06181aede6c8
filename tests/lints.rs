//! Manuals that are built and could be better: each has one weakness, which its warning names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use merchant_docs::diag::Severity;
use merchant_docs::diag::render::{Format, render};
use merchant_docs::lint;
use merchant_docs::press::load::Project;

fn warned() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/warned")
}

fn names() -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(warned()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Compares with a file, which `SNAPSHOTS=overwrite` writes anew.
fn matches(actual: String, file: &Path) -> Result<(), String> {
    let expected = snapbox::Data::read_from(file, None).raw();
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    assert.try_eq(Some(&file.display()), actual.into(), expected).map_err(|error| error.to_string())
}

#[test]
fn every_warning_has_a_manual_that_it_is_about() {
    let warnings = lint::ALL.iter().filter(|rule| rule.lint.severity == Severity::Warning);
    let mut expected: Vec<&str> = warnings.map(|rule| rule.lint.name).collect();
    expected.sort_unstable();
    assert_eq!(names(), expected);
}

#[test]
fn every_warning_points_at_the_weak_place() {
    let mut failures = Vec::new();
    for name in names() {
        let root = warned().join(&name);
        let found = Project { root: root.clone() }.compile().unwrap().diagnostics;
        if found.is_empty() {
            failures.push(format!("{name} has no finding"));
        }
        let others = found.iter().filter(|finding| finding.lint.name != name);
        failures.extend(others.map(|other| format!("{name} has a finding of {}", other.lint.name)));
        failures.extend(matches(render(&found, Format::Human), &root.join("expected.txt")).err());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs the press as a person does and returns its exit code with what it printed.
fn press(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_merchant-docs"));
    let out = command.arg("--project").arg(root).args(arguments).output().expect("the press can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), text(out.stdout), text(out.stderr))
}

#[test]
fn a_manual_with_warnings_is_checked_with_0() {
    let root = warned().join("vague-link-text");
    let (code, out, notes) = press(&root, &["check"]);
    let expected = fs::read_to_string(root.join("expected.txt")).unwrap();
    assert_eq!(code, Some(0));
    assert_eq!(out, format!("{}\n3 pages in 1 guides, nothing that stops the build\n", expected.trim_end()));
    assert_eq!(notes, "What a rule wants, and why: `cargo site check --explain vague-link-text`\n");
}

#[test]
fn a_rule_is_explained_in_the_terminal() {
    let (code, out, _) = press(&warned(), &["check", "--explain", "vague-link-text"]);
    assert_eq!(code, Some(0));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r#"
warning[vague-link-text]

The words of a link do not say where it leads.
Who moves from link to link with a screen reader hears "here, here, more", and search engines learn nothing either.

Bad:

    To give money back, see [this page](/sales/refund/).

Good:

    See [Refund an order](/sales/refund/).

"#]]
    );
    let (code, out, error) = press(&warned(), &["check", "--explain", "vague-link-txt"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert_eq!(error, "error: no rule is called `vague-link-txt`; did you mean `vague-link-text`?\n");
}

#[test]
fn notes_are_counted_and_shown_on_request() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = Project { root: root.to_owned() }.compile().unwrap().value.unwrap();
    let notes = lint::notes(&manual);
    assert!(notes.iter().all(|found| found.lint.severity == Severity::Note && found.span.is_some()));
    let old = notes.iter().find(|found| found.span.as_ref().unwrap().file.path == "docs/sales/refund.md").unwrap();
    snapbox::assert_data_eq!(
        render(std::slice::from_ref(old), Format::Human),
        snapbox::str![[r#"
note[outdated-check]: this page was checked against Magento Open Source 2.4.4, before 2.4.9 and Mage-OS 2.4.4, before 2.4.9
 --> docs/sales/refund.md:6:11
  |
6 | checked = { open-source = "2.4.4", mage-os = "2.4.4", on = "2026-11-22" }
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: go through it in a shop of the newest release, then write that release here

1 note

"#]]
    );
    let (code, out, counted) = press(root, &["check"]);
    assert_eq!(code, Some(0), "{out}");
    assert_eq!(counted, format!("{} notes: `cargo site check --notes` shows them\n", notes.len()));
    let (code, shown, _) = press(root, &["check", "--notes", "--format", "short"]);
    assert_eq!(code, Some(0));
    assert_eq!(shown.matches("note[outdated-check]").count(), notes.len());
}
