//! Whole manuals: one with every construct, which is right, and many with a mistake each, which must fail.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use merchant_docs::content::manual::Manual;
use merchant_docs::content::text;
use merchant_docs::diag::render::{Format, render};
use merchant_docs::diag::{Checked, has_errors};
use merchant_docs::edition::Edition;
use merchant_docs::press::load::{Project, files_below};

/// Every manual that must fail, with the lint that says why.
const INVALID: &[(&str, &str)] = &[
    ("bad-diagram", "bad-diagram"),
    ("bad-file-name", "bad-file-name"),
    ("bad-glossary", "bad-glossary"),
    ("bad-guide-file", "bad-guide"),
    ("bad-guide-name", "bad-guide"),
    ("bad-heading", "bad-heading"),
    ("bad-manual-address", "bad-guide"),
    ("bad-manual-file", "bad-guide"),
    ("bad-shot-definition", "bad-shot-definition"),
    ("bad-shots", "bad-shots"),
    ("bad-style", "bad-style"),
    ("bad-terms", "bad-terms"),
    ("dead-anchor", "dead-anchor"),
    ("dead-link", "dead-link"),
    ("dead-link-moved", "dead-link"),
    ("dead-link-nearest", "dead-link"),
    ("duplicate-anchor", "duplicate-anchor"),
    ("empty-guide", "empty-guide"),
    ("front-matter-bad-date", "bad-front-matter"),
    ("front-matter-duplicate-key", "bad-front-matter"),
    ("front-matter-incomplete", "bad-front-matter"),
    ("front-matter-missing", "bad-front-matter"),
    ("front-matter-unclosed", "bad-front-matter"),
    ("front-matter-unknown-key", "bad-front-matter"),
    ("guide-listed-twice", "unlisted-page"),
    ("guide-named-search", "bad-guide"),
    ("lists-40-deep", "nested-too-deep"),
    ("missing-alt", "missing-alt"),
    ("missing-diagram", "missing-diagram"),
    ("missing-guide-file", "bad-guide"),
    ("missing-home", "bad-guide"),
    ("missing-manual-file", "bad-guide"),
    ("missing-screenshot-edition", "missing-screenshot"),
    ("missing-screenshot-file", "missing-screenshot"),
    ("moved-from-claimed-twice", "taken-old-route"),
    ("moved-from-live-page", "taken-old-route"),
    ("moved-from-site-page", "taken-old-route"),
    ("nested-link", "nested-link"),
    ("nested-passage", "nested-passage"),
    ("page-listed-twice", "unlisted-page"),
    ("page-outside-guides", "unlisted-page"),
    ("picture-outside-public", "picture-outside"),
    ("reserved-anchor", "reserved-anchor"),
    ("script-element", "raw-html"),
    ("script-link", "unsafe-link"),
    ("skipped-level", "skipped-level"),
    ("stray-picture", "stray-picture"),
    ("two-pages-on-one-route", "duplicate-route"),
    ("unbalanced-twin", "unbalanced-twin"),
    ("unclosed-passage", "unclosed-passage"),
    ("unclosed-wording", "unclosed-wording"),
    ("undefined-shot", "undefined-shot"),
    ("unknown-edition", "unknown-edition"),
    ("unknown-term", "unknown-term"),
    ("unlisted-page", "unlisted-page"),
    ("unused-diagram", "unused-diagram"),
    ("wrong-mark", "wrong-mark"),
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn invalid(name: &str) -> PathBuf {
    fixtures().join("invalid").join(name)
}

fn compile(root: &Path) -> Checked<Option<Manual>> {
    Project { root: root.to_owned() }.compile().expect("the folders of the fixture can be read")
}

/// Runs the press as a person does.
fn press(project: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_merchant-docs"));
    command.arg("--project").arg(project).args(arguments).output().expect("the press can be started")
}

/// Compares with a file, which `SNAPSHOTS=overwrite` writes anew.
fn matches(actual: String, file: &Path) -> Result<(), String> {
    let expected = snapbox::Data::read_from(file, None).raw();
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    assert.try_eq(Some(&file.display()), actual.into(), expected).map_err(|error| error.to_string())
}

#[test]
fn the_valid_manual_reads_as_each_edition_should() {
    let root = fixtures().join("valid");
    let checked = compile(&root);
    assert_eq!(render(&checked.diagnostics, Format::Human), "");
    let manual = checked.value.unwrap();
    for edition in Edition::ALL {
        let mut read = String::new();
        for page in manual.pages().filter(|page| page.front.editions.contains(edition)) {
            let (title, body) = (page.front.title.text(edition), text::of_blocks(&page.blocks, edition));
            let _ = writeln!(read, "{}\n{title}\n\n{body}", page.route);
        }
        matches(read, &root.join(format!("expected.{}.txt", edition.id()))).unwrap();
    }
}

#[test]
fn every_folder_of_invalid_manuals_is_listed() {
    let folders: BTreeSet<String> = fs::read_dir(fixtures().join("invalid"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = INVALID.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(folders, listed);
}

#[test]
fn every_invalid_manual_says_what_is_wrong_and_where() {
    let mut failures = Vec::new();
    for (name, lint) in INVALID {
        let found = compile(&invalid(name)).diagnostics;
        if !found.iter().any(|finding| finding.lint.name == *lint) || !has_errors(&found) {
            failures.push(format!("{name} has no error of {lint}"));
        }
        let is_located = |path: &str| path.starts_with("docs/");
        if !found.iter().all(|finding| finding.span.as_ref().is_some_and(|span| is_located(&span.file.path))) {
            failures.push(format!("{name} has a finding without a file"));
        }
        let expected = invalid(name).join("expected.txt");
        failures.extend(matches(render(&found, Format::Human), &expected).err());
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_broken_manual_is_checked_with_1_and_never_built() {
    for (name, _) in INVALID {
        let folder = tempfile::tempdir().unwrap();
        let before = files_below(&invalid(name)).unwrap();
        let check = press(&invalid(name), &["check"]);
        assert_eq!(check.status.code(), Some(1), "{name}");
        let build = press(&invalid(name), &["build", "--out", &folder.path().join("dist").display().to_string()]);
        assert_eq!(build.status.code(), Some(1), "{name}: {}", String::from_utf8_lossy(&build.stderr));
        assert!(build.stdout.is_empty(), "{name} reports a result");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{name} left something behind");
        assert_eq!(files_below(&invalid(name)).unwrap(), before, "{name} changed its own folder");
    }
}

#[test]
fn a_broken_manual_leaves_the_site_of_yesterday_alone() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join(".merchant-docs"), "").unwrap();
    fs::write(dist.join("index.html"), "yesterday").unwrap();
    let build = press(&invalid("dead-link"), &["build", "--out", &dist.display().to_string()]);
    assert_eq!(build.status.code(), Some(1));
    assert_eq!(fs::read_to_string(dist.join("index.html")).unwrap(), "yesterday");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_manual_without_mistakes_is_checked_with_0() {
    let check = press(&fixtures().join("valid"), &["check"]);
    assert_eq!(check.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&check.stdout).trim(), "7 pages in 2 guides, nothing wrong");
}

#[test]
fn what_is_no_manual_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(press(&folder.path().join("none"), &["check"]).status.code(), Some(2));
    assert_eq!(press(folder.path(), &["check"]).status.code(), Some(2));
    assert_eq!(press(&fixtures().join("valid"), &["chekc"]).status.code(), Some(2));
    assert_eq!(press(&fixtures().join("valid"), &["check", "--format", "html"]).status.code(), Some(2));
    assert_eq!(press(&fixtures().join("valid"), &["build", "--public-url", "ftp://x/"]).status.code(), Some(2));
}

#[test]
fn findings_are_printed_for_people_tools_and_github() {
    let printed = |format: &str| {
        let out = press(&invalid("unbalanced-twin"), &["check", "--format", format]);
        String::from_utf8(out.stdout).unwrap()
    };
    let expected = fs::read_to_string(invalid("unbalanced-twin").join("expected.txt")).unwrap();
    assert_eq!(printed("human").trim_end(), expected.trim_end());
    assert_eq!(
        printed("short").lines().next(),
        Some("docs/sales/refund.md:13:1: error[unbalanced-twin]: two edition blocks for Mage-OS stand side by side")
    );
    assert!(printed("github").starts_with("::error file=docs/sales/refund.md,line=13,col=1,title=unbalanced-twin::"));
}

/// Copies the smallest manual into a folder of its own, with one file of other bytes.
fn with_file(path: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let source = fixtures().join("valid");
    for name in files_below(&source).unwrap() {
        let target = folder.path().join(&name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(source.join(&name), target).unwrap();
    }
    let target = folder.path().join(path);
    fs::create_dir_all(target.parent().unwrap()).unwrap();
    fs::write(target, bytes).unwrap();
    folder
}

#[track_caller]
fn check_file(path: &str, bytes: &[u8], expected: &[&str]) {
    let folder = with_file(path, bytes);
    let found = render(&compile(folder.path()).diagnostics, Format::Short);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
    let dist = folder.path().join("dist");
    let build = press(folder.path(), &["build", "--out", &dist.display().to_string()]);
    assert_eq!(build.status.code(), Some(1), "{}", String::from_utf8_lossy(&build.stderr));
    assert!(!dist.exists());
}

const FRONT: &str =
    "+++\ntitle = \"Edition\"\ndescription = \"Which?\"\nstatus = \"drafted\"\n+++\n\n## Find {#find-out}\n\n";

#[test]
fn a_file_that_is_no_text_is_named_at_its_first_bad_byte() {
    let front = FRONT.replace("Which?", "Größe?");
    let line = front.lines().count() + 1;
    let mut bytes = front.into_bytes();
    bytes.extend(b"caf\xe9 au lait\n");
    check_file(
        "docs/start/which-edition.md",
        &bytes,
        &[&format!("docs/start/which-edition.md:{line}:4: error[not-utf8]: this file is not UTF-8 text")],
    );
}

#[test]
fn a_text_in_utf16_is_named() {
    let utf16: Vec<u8> = FRONT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = [b"\xff\xfe".as_slice(), &utf16].concat();
    check_file(
        "docs/start/which-edition.md",
        &bytes,
        &["docs/start/which-edition.md:1:1: error[not-utf8]: this file is not UTF-8 text"],
    );
}

#[test]
fn a_page_of_5_mb_is_refused() {
    let page = format!("{FRONT}{}", "One sentence of a very long page.\n".repeat(160_000));
    assert!(page.len() > 5_000_000);
    let size = page.len() / 1024;
    check_file(
        "docs/start/which-edition.md",
        page.as_bytes(),
        &[&format!(
            "docs/start/which-edition.md:6:1: error[page-too-large]: this page has {size} KiB, 256 are the limit"
        )],
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let page = format!("\u{feff}{FRONT}One.\n\n:::mage-os\n\nTwo.\n\n:::\n").replace('\n', "\r\n");
    let folder = with_file("docs/start/which-edition.md", page.as_bytes());
    assert_eq!(render(&compile(folder.path()).diagnostics, Format::Short), "");
}
