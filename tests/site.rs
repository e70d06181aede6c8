//! The prerendered site: what every document of the real manual and of the fixture must be.

#[path = "support/html.rs"]
mod html;
#[path = "support/site.rs"]
mod site;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use merchant_docs::content::date::Date;
use merchant_docs::content::manual::Manual;
use merchant_docs::content::text;
use merchant_docs::diag::render::{Format, render};
use merchant_docs::press::load::{Project, files_below};
use merchant_docs::press::site::{Files, PublicUrl, prerender};
use merchant_docs::view::model::PageView;

use site::{Site, TEMPLATE, missing_words};

const ORIGIN: &str = "https://docs.example.org/";

/// The projects whose sites are read: this one, and the fixture with every construct.
fn projects() -> [Project; 2] {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    [Project { root: root.clone() }, Project { root: root.join("tests/fixtures/valid") }]
}

fn manual(project: &Project) -> Manual {
    let checked = project.compile().unwrap();
    assert_eq!(render(&checked.diagnostics, Format::Human), "");
    checked.value.unwrap()
}

fn press(manual: &Manual, address: &str) -> Files {
    prerender(manual, TEMPLATE, &address.parse::<PublicUrl>().unwrap()).unwrap()
}

fn public(project: &Project) -> BTreeSet<String> {
    files_below(&project.public()).unwrap().into_iter().collect()
}

#[test]
fn every_route_has_its_title() {
    let manual = manual(&projects()[0]);
    let mut routes = String::new();
    for page in manual.pages() {
        let titles = page.front.title.texts();
        let _ = write!(routes, "{}  {}", page.route, titles.open_source);
        if !titles.is_same() {
            let _ = write!(routes, " | {}", titles.mage_os);
        }
        if let Some(edition) = page.front.editions.single() {
            let _ = write!(routes, "  ({} only)", edition.name());
        }
        routes.push('\n');
    }
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/routes.txt");
    let expected = snapbox::Data::read_from(&snapshot, None).raw();
    snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(routes, expected);
}

#[test]
fn the_same_manual_gives_the_same_bytes() {
    for project in projects() {
        let first = press(&manual(&project), ORIGIN);
        let second = press(&manual(&project), ORIGIN);
        assert!(first == second, "the files of {} differ", project.root.display());
    }
}

#[test]
fn every_page_is_a_file_and_nothing_else_is_a_document() {
    for project in projects() {
        let manual = manual(&project);
        let documents: BTreeSet<String> =
            press(&manual, "/").into_keys().filter(|name| name.strip_suffix(".html").is_some()).collect();
        let own = ["404.html", "compare/index.html", "offline/index.html", "search/index.html"].map(str::to_owned);
        let moved = manual.moves().map(|(old, _)| old.route.file());
        let pages: BTreeSet<String> = manual.pages().map(|page| page.route.file()).chain(moved).chain(own).collect();
        let others: BTreeSet<String> = documents.difference(&pages).cloned().collect();
        assert!(documents.is_superset(&pages) && others.iter().all(|name| name.starts_with("print/")), "{others:?}");
    }
}

#[track_caller]
fn check_documents(address: &str, base: &str) {
    for project in projects() {
        let files = press(&manual(&project), address);
        let problems = Site::read(&files, &public(&project), base).problems();
        assert!(problems.is_empty(), "{}:\n{}", project.root.display(), problems.join("\n"));
    }
}

#[test]
fn every_document_is_sound() {
    check_documents(ORIGIN, "/");
    check_documents("/", "/");
}

#[test]
fn nothing_of_the_preview_is_built() {
    for project in projects() {
        for (name, bytes) in press(&manual(&project), ORIGIN) {
            let has = |part: &[u8]| bytes.windows(part.len()).any(|found| found == part);
            assert!(!name.contains(".live") && !has(b".live/") && !has(b"EventSource"), "{name}");
        }
    }
}

#[test]
fn below_a_sub_path_every_link_begins_with_it() {
    check_documents("https://shop.example/manual/docs/", "/manual/docs/");
}

#[test]
fn both_editions_are_in_the_same_bytes() {
    for project in projects() {
        let manual = manual(&project);
        let files = press(&manual, "/");
        let site = Site::read(&files, &public(&project), "/");
        let mut missing = Vec::new();
        for page in manual.pages() {
            let Some(document) = site.documents.get(&page.route.file()) else { continue };
            for edition in page.front.editions.iter() {
                let title = page.front.title.text(edition);
                let body = text::of_blocks(&page.blocks, edition);
                let words = format!("{title}\n{}\n{body}", page.front.description.text(edition));
                let lost = missing_words(document, &words, edition);
                missing.extend(lost.map(|line| format!("{} for {} lacks: {line}", page.file.path, edition.name())));
            }
        }
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }
}

#[test]
fn a_pack_holds_the_text_of_the_document() {
    for project in projects() {
        let files = press(&manual(&project), ORIGIN);
        let packs = files.iter().filter(|(name, _)| name.starts_with("guide-"));
        let mut pages: Vec<PageView> = packs.flat_map(|(_, pack)| from_pack(pack)).collect();
        for page in &pages {
            let document = std::str::from_utf8(&files[&page.route.file()]).unwrap();
            assert!(!page.html.is_empty() && document.contains(&page.html), "{}", page.route);
        }
        pages.sort_by(|a, b| a.route.cmp(&b.route));
        let routes: Vec<&str> = pages.iter().map(|page| page.route.as_str()).collect();
        let manual = manual(&project);
        let whole = manual.pages().filter(|page| page.route.parent().is_none());
        let mut expected: Vec<String> = whole.map(|page| page.route.to_string()).collect();
        expected.sort();
        assert_eq!(routes, expected, "a page is in one pack, a part of a page in none");
    }
}

fn from_pack(pack: &[u8]) -> Vec<PageView> {
    serde_json::from_slice(pack).expect("a pack is a list of pages")
}

#[test]
fn the_day_of_the_last_change_stands_in_the_page_and_in_the_sitemap() {
    let mut manual = manual(&projects()[0]);
    let page = manual.pages().find(|page| page.route.as_str() == "/sales/refund/").expect("the manual has the page");
    let day = Date::parse("2026-11-22").unwrap();
    let path = page.file.path.clone();
    manual.changes.0.insert(path, day);
    let files = press(&manual, "https://shop.example/docs/");
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    assert!(text("sales/refund/index.html").contains(" last changed on 22 November 2026</span>"));
    assert!(!text("sales/ship/index.html").contains("last changed"));
    assert_eq!(text("sitemap.xml").matches("<lastmod>2026-11-22</lastmod>").count(), 1);
}

#[test]
fn the_sitemap_lists_every_page() {
    for project in projects() {
        let manual = manual(&project);
        let files = press(&manual, "https://shop.example/docs/");
        let sitemap = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
        let listed: Vec<&str> =
            sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap_or_default()).collect();
        let routes = manual.pages().map(|page| page.route.to_string()).chain(["/compare/".to_owned()]);
        let pages: Vec<String> = routes.map(|route| format!("https://shop.example/docs{route}")).collect();
        assert_eq!(listed, pages);
        assert!(files["robots.txt"].ends_with(b"Sitemap: https://shop.example/docs/sitemap.xml\n"));
    }
}

#[test]
fn without_an_origin_nothing_claims_an_address() {
    let files = press(&manual(&projects()[1]), "/docs/");
    assert!(!files.contains_key("sitemap.xml"));
    let home = std::str::from_utf8(&files["index.html"]).unwrap();
    assert!(!home.contains("canonical") && !home.contains("og:url") && !home.contains("ld+json"));
}

#[test]
fn a_page_names_its_own_address_and_the_missing_page_none() {
    let files = press(&manual(&projects()[1]), "https://shop.example/docs/");
    let head_of = |name: &str| {
        let document = html::parse(std::str::from_utf8(&files[name]).unwrap()).unwrap();
        let canonical = document.elements.iter().find(|element| element.get("rel") == Some("canonical"));
        let robots = document.elements.iter().find(|element| element.get("name") == Some("robots"));
        (
            canonical.and_then(|element| element.get("href")).map(str::to_owned),
            robots.and_then(|element| element.get("content")).map(str::to_owned),
        )
    };
    assert_eq!(head_of("index.html"), (Some("https://shop.example/docs/".to_owned()), None));
    assert_eq!(
        head_of("guide/constructs/index.html"),
        (Some("https://shop.example/docs/guide/constructs/".to_owned()), None)
    );
    assert_eq!(head_of("404.html"), (None, Some("noindex".to_owned())));
}

#[test]
fn an_old_address_leads_to_the_page() {
    let files = press(&manual(&projects()[1]), "https://shop.example/docs/");
    let text = std::str::from_utf8(&files["old/constructs/index.html"]).unwrap();
    let document = html::parse(text).unwrap();
    let value = |key: &str, of: &str, wanted: &str| {
        let element = document.elements.iter().find(|element| element.get(key) == Some(of));
        element.and_then(|element| element.get(wanted)).map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(value("http-equiv", "refresh", "content"), "0; url=/docs/guide/constructs/");
    assert_eq!(value("rel", "canonical", "href"), "https://shop.example/docs/guide/constructs/");
    assert_eq!(value("name", "robots", "content"), "noindex");
    assert!(text.contains("<a href=\"/docs/guide/constructs/\">Every construct of Magento Open Source</a>"), "{text}");
    assert!(!text.contains("<script"));
    assert_eq!(files["_redirects"], b"/docs/old/constructs/ /docs/guide/constructs/ 301\n");
    let sitemap = std::str::from_utf8(&files["sitemap.xml"]).unwrap();
    assert!(!sitemap.contains("/old/"), "{sitemap}");
}

#[test]
fn a_template_without_its_marks_is_refused() {
    let manual = manual(&projects()[1]);
    for template in ["", "<!-- press:head -->", "<!-- press:body -->"] {
        assert!(prerender(&manual, template, &PublicUrl::default()).is_err(), "{template:?}");
    }
}

#[test]
fn readers_are_asked_whether_a_written_page_helped() {
    let files = press(&manual(&projects()[1]), ORIGIN);
    let asks = |name: &str| {
        let document = std::str::from_utf8(&files[name]).unwrap();
        ["Helpful%3A%20%2Fguide%2Fconstructs%2F", "Not%20helpful%3A%20%2Fguide%2Fconstructs%2F"]
            .map(|title| document.contains(&format!("href=\"https://code.example/new?title={title}&amp;body=Page%3A")))
    };
    assert_eq!(asks("guide/constructs/index.html"), [true, true]);
    assert!(!std::str::from_utf8(&files["404.html"]).unwrap().contains("code.example/new"));
}
