//! The documents for paper: all that is written stands in them, and nothing in them leads nowhere.

#[path = "support/html.rs"]
mod html;
#[path = "support/site.rs"]
mod site;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::LazyLock;

use merchant_docs::content::front_matter::Status;
use merchant_docs::content::manual::{Guide, Manual, Page};
use merchant_docs::content::text;
use merchant_docs::edition::Edition;
use merchant_docs::press::load::Project;
use merchant_docs::press::site::{Files, PublicUrl, prerender};

use html::Document;
use site::{Site, TEMPLATE, missing_words};

const WHOLE: &str = "print/index.html";

struct Pressed {
    manual: Manual,
    site: Site,
    files: Files,
}

/// The project's own site, made once for all tests.
static PRESSED: LazyLock<Pressed> = LazyLock::new(|| {
    let project = Project { root: PathBuf::from(env!("CARGO_MANIFEST_DIR")) };
    let manual = project.compile().unwrap().value.unwrap();
    let files = prerender(&manual, TEMPLATE, &"https://docs.example.org/".parse::<PublicUrl>().unwrap()).unwrap();
    let site = Site::read(&files, &BTreeSet::new(), "/");
    Pressed { manual, site, files }
});

/// The guides that people write, with their pages.
fn written(manual: &Manual) -> impl Iterator<Item = &Guide> {
    manual.guides.iter().filter(|guide| guide.pages.iter().any(|page| page.front.status != Status::Generated))
}

fn pages(guide: &Guide) -> impl Iterator<Item = &Page> {
    std::iter::once(&guide.landing).chain(&guide.pages)
}

fn of_guide(guide: &Guide) -> String {
    format!("print/{}/index.html", guide.slug)
}

/// Returns the documents for paper by name.
fn documents(site: &Site) -> impl Iterator<Item = (&String, &Document)> {
    site.documents.iter().filter(|(name, _)| name.starts_with("print/"))
}

/// Returns the ids of the pages that stand in a document.
fn sections(document: &Document) -> Vec<&str> {
    let sections = document.elements.iter().filter(|element| element.name == "section");
    let own = sections.filter(|element| matches!(element.get("class"), Some("printed__guide" | "printed__page")));
    own.filter_map(|element| element.get("id")).collect()
}

fn id(page: &Page) -> String {
    format!("page-{}", page.route.as_str().trim_matches('/').replace('/', "-"))
}

#[test]
fn documents_for_paper_are_sound() {
    let site = Site::read(&PRESSED.files, &BTreeSet::new(), "/");
    // The pictures are files beside what the press writes, and none of them is given here.
    let is_known =
        |problem: &String| problem.contains("shots/") || problem.contains("fonts/") || problem.contains("favicon.svg");
    let problems = site.problems().into_iter().filter(|problem| problem.starts_with("print/") && !is_known(problem));
    assert_eq!(problems.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_page_of_a_written_guide_is_in_its_document_and_in_the_whole_one() {
    let Pressed { manual, site, .. } = &*PRESSED;
    let mut whole = Vec::new();
    for guide in written(manual) {
        let expected: Vec<String> = pages(guide).map(id).collect();
        assert_eq!(sections(&site.documents[&of_guide(guide)]), expected, "{}", guide.slug);
        whole.extend(expected);
    }
    assert_eq!(sections(&site.documents[WHOLE]), whole);
    assert_eq!(documents(site).count(), written(manual).count() + 1);
    let unwritten = manual.guides.iter().filter(|guide| !site.documents.contains_key(&of_guide(guide)));
    assert!(
        unwritten.flat_map(pages).all(|page| page.front.status == Status::Generated),
        "all that is written is printed"
    );
}

#[test]
fn both_editions_are_in_the_bytes() {
    let Pressed { manual, site, .. } = &*PRESSED;
    for edition in Edition::ALL {
        let mut words = String::new();
        for page in written(manual).flat_map(pages).filter(|page| page.front.editions.contains(edition)) {
            let front = &page.front;
            let text = text::of_blocks(&page.blocks, edition);
            let (title, lead) = (front.title.text(edition), front.description.text(edition));
            let _ = writeln!(words, "{title}\n{lead}\n{text}");
        }
        assert!(words.len() > 100_000, "the manual has words");
        let missing: Vec<&str> = missing_words(&site.documents[WHOLE], &words, edition).collect();
        assert!(missing.is_empty(), "{} lacks:\n{}", edition.name(), missing.join("\n"));
    }
}

#[test]
fn every_link_leads_to_its_own_document_or_has_a_whole_address() {
    let Pressed { site, .. } = &*PRESSED;
    for (name, document) in documents(site) {
        let ids: BTreeSet<&str> = document.elements.iter().filter_map(|element| element.get("id")).collect();
        let links = document.elements.iter().filter(|element| element.name == "a");
        let mut inside = 0;
        for href in links.filter_map(|link| link.get("href")) {
            match href.strip_prefix('#') {
                Some(id) => {
                    assert!(ids.contains(id), "{name}: nothing has the id `{id}`");
                    inside += 1;
                }
                // The wordmark leads home, and a picture to its file.
                None if href == "/" || href.starts_with("/shots/") => {}
                None => assert!(href.starts_with("https://") || href.starts_with("http://"), "{name}: {href}"),
            }
        }
        assert!(inside > 0, "{name} has contents");
    }
}

#[test]
fn a_reference_is_told_on_paper_by_the_number_of_its_page() {
    let Pressed { site, .. } = &*PRESSED;
    let whole = &site.documents[WHOLE];
    let references =
        whole.elements.iter().filter_map(|element| Some((element.get("href")?, element.get("data-section")?)));
    let mut count = 0;
    for (href, number) in references {
        let page = href.trim_start_matches('#').split("--").next().unwrap();
        let entry = whole.elements.iter().position(|element| {
            element.get("class") == Some("printed__entry") && element.get("href") == Some(&format!("#{page}"))
        });
        let entry = entry.unwrap_or_else(|| panic!("{href} is in the contents"));
        let named = whole
            .elements
            .iter()
            .position(|element| element.get("class") == Some("printed__number") && element.parent == Some(entry));
        assert_eq!(named.map(|index| whole.text_of(index)).as_deref(), Some(number), "{href}");
        count += 1;
    }
    assert!(count > 100, "{count} references");
}

#[test]
fn search_engines_are_sent_to_the_pages() {
    let Pressed { manual, site, files } = &*PRESSED;
    let sitemap = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
    assert!(!sitemap.contains("/print/"));
    let canonical = |name: &str| {
        let document = &site.documents[name];
        let has = |key: &str, value: &str| document.elements.iter().find(|element| element.get(key) == Some(value));
        assert_eq!(has("name", "robots").and_then(|robots| robots.get("content")), Some("noindex"), "{name}");
        has("rel", "canonical").and_then(|link| link.get("href")).map(str::to_owned)
    };
    assert_eq!(canonical(WHOLE).as_deref(), Some("https://docs.example.org/"));
    for guide in written(manual) {
        let address = format!("https://docs.example.org{}", guide.landing.route);
        assert_eq!(canonical(&of_guide(guide)), Some(address));
    }
}

#[test]
fn what_only_the_app_could_answer_is_left_out() {
    let Pressed { site, .. } = &*PRESSED;
    for (name, document) in documents(site) {
        let actions: BTreeSet<&str> =
            document.elements.iter().filter_map(|element| element.get("data-action")).collect();
        assert_eq!(actions, BTreeSet::from(["print"]), "{name}");
        let buttons = document.elements.iter().filter(|element| element.name == "button").count();
        assert_eq!(buttons, 1, "{name} has one button");
        assert!(!document.elements.iter().any(|element| element.get("type") == Some("module")), "{name} starts no app");
    }
}
