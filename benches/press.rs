//! How long does the press take? `cargo bench --bench press` compiles and prerenders the real manual, repeated until it
//! has 200, 600 and 2,400 pages, and exits with 1 when a budget is broken.
//!
//! A budget is one figure with a limit, so this is a plain program: a statistics harness would add some forty packages
//! and several minutes to say the same. The best of a few runs counts, because noise only ever adds time.
#![expect(clippy::print_stdout, reason = "the figures are the result")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use merchant_docs::content::manual::compile;
use merchant_docs::content::sources::Sources;
use merchant_docs::diag::has_errors;
use merchant_docs::diag::render::{Format, render};
use merchant_docs::press::load::files_below;
use merchant_docs::press::site::{PublicUrl, prerender};

/// Pages and how long they may take: 200 so that `serve` feels instant, 600 so that a manual three times as large does
/// too. The largest has no limit of its own; it shows whether the time grows with the pages or faster.
const BUDGETS: [(usize, Option<Duration>); 3] =
    [(200, Some(Duration::from_secs(1))), (600, Some(Duration::from_secs(3))), (2_400, None)];

/// Below three, one hiccup of the machine breaks a budget; above ten, nobody waits for it.
const RUNS: usize = 5;

const TEMPLATE: &str =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><!-- press:head --></head><body><!-- press:body --></body></html>\n";

fn main() -> ExitCode {
    let (docs, public) = read();
    let address: PublicUrl = "https://docs.example.org/".parse().expect("the address is right");
    let mut is_kept = true;
    for (pages_wanted, budget) in BUDGETS {
        let docs = repeat(&docs, &public, pages_wanted);
        let figure = (0..RUNS).map(|_| run(&docs, &public, &address)).min_by_key(Figure::total);
        let figure = figure.expect("there is one run at least");
        let verdict = match budget {
            Some(limit) if figure.total() > limit => "over budget",
            Some(_) => "ok",
            None => "",
        };
        is_kept &= verdict != "over budget";
        println!("{figure}{}{verdict}", budget.map_or(String::new(), |limit| format!(", at most {limit:?}: ")));
    }
    if is_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What one run took and made.
struct Figure {
    pages: usize,
    compiled: Duration,
    prerendered: Duration,
    bytes: usize,
}

impl Figure {
    fn total(&self) -> Duration {
        self.compiled + self.prerendered
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        write!(
            f,
            "{:>5} pages: {:>6.0} ms (compile {:.0}, prerender {:.0}), {} KiB a page",
            self.pages,
            ms(self.total()),
            ms(self.compiled),
            ms(self.prerendered),
            self.bytes / self.pages / 1024
        )
    }
}

fn run(docs: &BTreeMap<String, Vec<u8>>, public: &BTreeSet<String>, address: &PublicUrl) -> Figure {
    let sources = Sources::from_bytes(docs.clone(), public.clone()).value;
    let start = Instant::now();
    let checked = compile(&sources);
    let compiled = start.elapsed();
    let mistakes = || render(&checked.diagnostics, Format::Human);
    assert!(!has_errors(&checked.diagnostics), "the manual has mistakes:\n{}", mistakes());
    let manual = checked.value.expect("a manual without mistakes has a value");
    let start = Instant::now();
    let files = prerender(&manual, TEMPLATE, address).expect("the template has both marks");
    let prerendered = start.elapsed();
    let bytes = files.values().map(Vec::len).sum();
    Figure { pages: manual.pages().count(), compiled, prerendered, bytes }
}

fn read() -> (BTreeMap<String, Vec<u8>>, BTreeSet<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = files_below(&root.join("docs")).expect("docs/ can be read");
    let bytes = |name: &String| std::fs::read(root.join("docs").join(name)).expect("a file of docs/ can be read");
    let docs = names.into_iter().map(|name| (name.clone(), bytes(&name))).collect();
    (docs, files_below(&root.join("public")).expect("public/ can be read").into_iter().collect())
}

/// Copies every guide under new names until there are enough pages; links still lead to the first copy.
fn repeat(
    docs: &BTreeMap<String, Vec<u8>>,
    public: &BTreeSet<String>,
    pages_wanted: usize,
) -> BTreeMap<String, Vec<u8>> {
    let text = std::str::from_utf8(&docs["manual.toml"]).expect("manual.toml is UTF-8");
    let mut site: toml::Table = toml::from_str(text).expect("manual.toml is TOML");
    let guides: Vec<String> = site["guides"].clone().try_into().expect("guides is a list of names");
    // A guide whose pages are all generated has nothing to copy.
    let lists: Vec<(&String, toml::Table)> =
        guides.iter().filter_map(|guide| Some((guide, only_written_pages(docs, guide)?))).collect();
    let mut out = docs.clone();
    let mut names = guides.clone();
    let mut pages = pages_of(docs, public);
    for copy in 2.. {
        for (guide, list) in &lists {
            if pages >= pages_wanted {
                site["guides"] = names.into();
                out.insert("manual.toml".to_owned(), site.to_string().into_bytes());
                return out;
            }
            let name = format!("{guide}-{copy}");
            for (path, bytes) in docs {
                if let Some(file) = path.strip_prefix(&format!("{guide}/")) {
                    out.insert(format!("{name}/{file}"), bytes.clone());
                }
            }
            out.insert(format!("{name}/guide.toml"), list.to_string().into_bytes());
            // A guide has a page of its own beside those that it lists.
            pages += list["pages"].as_array().map_or(0, Vec::len) + 1;
            names.push(name);
        }
    }
    unreachable!("the loop ends when there are enough pages")
}

fn pages_of(docs: &BTreeMap<String, Vec<u8>>, public: &BTreeSet<String>) -> usize {
    let sources = Sources::from_bytes(docs.clone(), public.clone()).value;
    compile(&sources).value.expect("a manual without mistakes has a value: cargo site check").pages().count()
}

/// The list of a guide without the pages that the compiler generates, which exist under one guide's name only; none where
/// no page is left.
fn only_written_pages(docs: &BTreeMap<String, Vec<u8>>, guide: &str) -> Option<toml::Table> {
    let list = std::str::from_utf8(&docs[&format!("{guide}/guide.toml")]).expect("guide.toml is UTF-8");
    let mut list: toml::Table = toml::from_str(list).expect("guide.toml is TOML");
    let pages = list["pages"].as_array_mut().expect("pages is a list of names");
    pages.retain(|page| page.as_str().is_some_and(|page| docs.contains_key(&format!("{guide}/{page}.md"))));
    (!pages.is_empty()).then_some(list)
}
