//! What no compiler checks: which module may touch what, and how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A file of the project by its path, with `/` between parts.
struct File {
    path: String,
    text: String,
}

/// The folders and files that hold the project's own text.
const ROOTS: [&str; 15] = [
    "src",
    "tests",
    "benches",
    "docs",
    "examples",
    ".cargo",
    ".ci",
    ".githooks",
    "Cargo.toml",
    "Trunk.toml",
    "clippy.toml",
    "index.html",
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
];

fn files() -> Vec<File> {
    let mut found = Vec::new();
    for root in ROOTS {
        collect(Path::new(env!("CARGO_MANIFEST_DIR")), root, &mut found);
    }
    found
}

fn collect(project: &Path, path: &str, found: &mut Vec<File>) {
    let full = project.join(path);
    if full.is_dir() {
        for entry in fs::read_dir(&full).unwrap() {
            let name = entry.unwrap().file_name().into_string().expect("a file name is text");
            // What the scripts of the bench need is nobody's own text.
            if name == "node_modules" {
                continue;
            }
            collect(project, &format!("{path}/{name}"), found);
        }
    } else if let Ok(text) = fs::read_to_string(&full) {
        found.push(File { path: path.to_owned(), text });
    }
}

fn sources() -> impl Iterator<Item = File> {
    files().into_iter().filter(|file| file.path.starts_with("src/") && file.has_end(&[".rs"]))
}

impl File {
    fn has_end(&self, ends: &[&str]) -> bool {
        ends.iter().any(|end| self.path.ends_with(end))
    }

    fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path == format!("{folder}.rs") || self.path.starts_with(&format!("{folder}/")))
    }

    /// Returns the code without comments and without the tests at the end of the file, which may do what they need.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }

    /// Tells whether the code names a path like `std::fs`, also inside braces: `use std::{env, fs}`.
    fn names(&self, krate: &str, module: &str) -> bool {
        let code = self.code();
        let import = format!("use {krate}::{{");
        let braces = code.split(&import).skip(1);
        let in_braces = braces.filter_map(|rest| rest.split(';').next()).any(|list| has_word(list, module));
        in_braces || code.contains(&format!("{krate}::{module}"))
    }
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

#[track_caller]
fn check(problems: impl IntoIterator<Item = String>) {
    let problems: Vec<String> = problems.into_iter().collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_module_is_found_in_every_form_of_import() {
    let names = |text: &str| File { path: "src/x.rs".into(), text: text.into() }.names("std", "fs");
    assert!(names("use std::fs;") && names("use std::{env, fs};") && names("use std::{fs, io::Read};"));
    assert!(names("let text = std::fs::read(path);") && names("use std::{\n    fs,\n};"));
    assert!(!names("use std::fmt;\n// std::fs is elsewhere\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}"));
}

/// The modules that neither read nor write and know no browser: their answer depends on their input alone.
const PURE: [&str; 9] = [
    "src/content",
    "src/diag",
    "src/edition",
    "src/facts",
    "src/lint",
    "src/route",
    "src/search",
    "src/shop",
    "src/view",
];

#[test]
fn pure_modules_do_no_input_or_output() {
    let banned = [("std", "fs"), ("std", "env"), ("std", "process"), ("std", "net"), ("std", "time"), ("std", "io")];
    check(sources().filter(|file| file.is_below(&PURE)).flat_map(|file| {
        let named = banned.iter().filter(|(krate, module)| file.names(krate, module));
        named.map(|(krate, module)| format!("{} names {krate}::{module}", file.path)).collect::<Vec<_>>()
    }));
}

/// The files of the press that read or write the disk.
const ON_DISK: [&str; 12] = [
    "src/press/budget",
    "src/press/cli",
    "src/press/fix/apply",
    "src/press/fresh_facts",
    "src/press/load",
    "src/press/new_page",
    "src/press/review",
    "src/press/serve",
    "src/press/shots/store",
    "src/press/tools",
    "src/press/verify",
    "src/press/write",
];

#[test]
fn only_the_doors_of_the_press_touch_the_disk() {
    check(
        sources()
            .filter(|file| file.names("std", "fs") && !file.is_below(&ON_DISK))
            .map(|file| format!("{} names std::fs", file.path)),
    );
}

#[test]
fn only_browser_knows_the_browser() {
    let crates = ["web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "wasm_bindgen_futures"];
    check(sources().filter(|file| !file.is_below(&["src/browser"])).flat_map(|file| {
        let code = file.code();
        let named = crates.iter().filter(|name| has_word(&code, name));
        named.map(|name| format!("{} names {name}", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn only_the_doors_ask_for_the_target() {
    check(
        sources()
            .filter(|file| file.code().contains("target_arch"))
            .filter(|file| !["src/lib.rs", "src/main.rs"].contains(&file.path.as_str()))
            .map(|file| format!("{} asks for the target", file.path)),
    );
}

/// What is written depends on nothing but the manual: no clock, no order of a hash table. `status` writes nothing, and
/// asks for the day in a file of its own.
#[test]
fn the_press_is_blind_to_clock_and_chance() {
    let banned = ["SystemTime", "HashMap", "HashSet", "RandomState", "thread_rng"];
    check(sources().filter(|file| !file.is_below(&["src/browser", "src/press/clock"])).flat_map(|file| {
        let code = file.code();
        let named = banned.iter().filter(|name| has_word(&code, name));
        named.map(|name| format!("{} names {name}", file.path)).collect::<Vec<_>>()
    }));
}

/// Longer files hide a second subject.
const LINES_MAX: usize = 400;

#[test]
fn no_file_is_long() {
    check(
        files()
            .into_iter()
            .filter(|file| file.has_end(&[".rs", ".css", ".js"]))
            .map(|file| (file.text.lines().count(), file.path))
            .filter(|(lines, _)| *lines > LINES_MAX)
            .map(|(lines, path)| format!("{path} has {lines} lines, {LINES_MAX} are the limit")),
    );
}

/// What begins the rule of a lint.
const RULES: [&str; 3] = ["Lint::error(", "Lint::warning(", "Lint::note("];

/// Names of lints stand in brackets behind every finding, so each name has one meaning, and the file of that name explains
/// it. `lint::ALL` has them all, which `press::lint_reference` makes a page of.
#[test]
fn every_lint_has_a_file_of_its_own() {
    let mut names = BTreeSet::new();
    let registry = sources().find(|file| file.path == "src/lint/mod.rs").unwrap().text;
    // What can go wrong with a shop while its screens are captured is no rule for the text.
    check(sources().filter(|file| !file.is_below(&["src/press/shots"])).flat_map(|file| {
        let code = file.code();
        let rules = RULES.iter().flat_map(|rule| code.split(rule).skip(1));
        let found: Vec<&str> = rules.filter_map(|rest| rest.split('"').nth(1)).collect();
        let mut problems = Vec::new();
        for name in found {
            let module = name.replace('-', "_");
            if file.path != format!("src/lint/{module}.rs") {
                problems.push(format!("`{name}` stands in {}, not in src/lint/{module}.rs", file.path));
            }
            if !registry.contains(&format!("rule!({module}, {})", module.to_uppercase())) {
                problems.push(format!("lint::ALL lacks `{name}`"));
            }
            if !names.insert(name.to_owned()) {
                problems.push(format!("{} has a second lint `{name}`", file.path));
            }
        }
        problems
    }));
    assert!(names.contains("dead-link"), "the lints are still found by this test");
}

/// The project is built from what Cargo.lock says; nothing else may fetch code.
#[test]
fn no_file_names_a_registry() {
    let hosts = [
        concat!("crates", ".io"),
        concat!("registry.npmjs", ".org"),
        concat!("unpkg", ".com"),
        concat!("jsdelivr", ".net"),
        concat!("pypi", ".org"),
        concat!("pythonhosted", ".org"),
    ];
    check(files().into_iter().flat_map(|file| {
        let named = hosts.iter().filter(|host| file.text.contains(**host));
        named.map(|host| format!("{} names {host}", file.path)).collect::<Vec<_>>()
    }));
}

/// A wish without a condition is never fulfilled: `TODO(when the index is there): …` may stand.
#[test]
fn every_wish_has_a_condition() {
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    check(files().into_iter().filter(|file| file.has_end(&[".rs", ".css", ".js", ".toml"])).flat_map(|file| {
        let wishes = file.text.lines().enumerate().filter(|(_, line)| {
            words.iter().any(|word| has_word(line, word) && !line.contains(&format!("{word}(when ")))
        });
        wishes.map(|(i, line)| format!("{}:{}: {line}", file.path, i + 1)).collect::<Vec<_>>()
    }));
}

/// What the press writes without a component of its own: parts of articles, lists and controls.
const STYLED_WITHOUT_COMPONENT: &[&str] = &[
    "admin_path",
    "alert",
    "article",
    "button",
    "checklist",
    "code",
    "command",
    "comparison",
    "copy_code",
    "diagram",
    "edition_badge",
    "edition_passage",
    "edition_wording",
    "fact_card",
    "guesses",
    "guide_cards",
    "menu_button",
    "page_list",
    "screenshot",
    "setting",
    "skip_link",
    "term",
];

#[test]
fn every_style_sheet_belongs_to_a_component_and_names_it() {
    let all = files();
    let exists = |path: &str| all.iter().any(|file| file.path == path);
    check(all.iter().filter(|file| file.path.starts_with("src/view/") && file.has_end(&[".css"])).flat_map(|file| {
        let stem = file.path.trim_start_matches("src/view/").trim_end_matches(".css");
        let mut problems = Vec::new();
        if stem.starts_with("styles/") {
            return problems;
        }
        if !exists(&format!("src/view/{stem}.rs")) && !STYLED_WITHOUT_COMPONENT.contains(&stem) {
            problems.push(format!("{} has no component beside it", file.path));
        }
        let root = format!(".{}", stem.replace('_', "-"));
        if !file.text.contains(&root) {
            problems.push(format!("{} does not style {root}", file.path));
        }
        if file.text.contains(concat!("!", "important")) {
            problems.push(format!("{} shouts", file.path));
        }
        problems
    }));
}

#[test]
fn the_list_of_shared_styles_has_no_strangers() {
    let view = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    check(
        STYLED_WITHOUT_COMPONENT
            .iter()
            .filter(|stem| !view.join(format!("{stem}.css")).exists() || view.join(format!("{stem}.rs")).exists())
            .map(|stem| format!("{stem} has no style sheet, or has a component now")),
    );
}

/// `::before` without an element in front of it is a style more for every element, at each change of the page.
#[test]
fn no_style_is_for_a_part_of_every_element() {
    let is_for_all = |selector: &str| {
        let selector = selector.trim().trim_start_matches('*');
        selector.starts_with("::") && !selector.starts_with("::view-transition")
    };
    check(files().into_iter().filter(|file| file.has_end(&[".css"])).flat_map(|file| {
        // What stands before a brace, without the rule and the comment above it.
        let selectors = file.text.split('{').filter_map(|text| text.rsplit([';', '}']).next()?.rsplit("*/").next());
        let wide = selectors.flat_map(|list| list.split(',')).filter(|selector| is_for_all(selector));
        wide.map(|selector| format!("{}: {}", file.path, selector.trim())).collect::<Vec<_>>()
    }));
}
