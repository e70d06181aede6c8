//! The manual as plain text: a Markdown reader gives back every word, and nothing of the dialect is left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use merchant_docs::content::link::LinkTarget;
use merchant_docs::content::manual::{Manual, Page};
use merchant_docs::content::model::{Inline, Link, walk_blocks, walk_inlines};
use merchant_docs::content::text;
use merchant_docs::edition::Edition;
use merchant_docs::press::load::Project;
use merchant_docs::press::site::{Files, PublicUrl, prerender};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const TEMPLATE: &str = "<html><head><!-- press:head --></head><body><!-- press:body --></body></html>";

fn projects() -> [Manual; 2] {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    [root.clone(), root.join("tests/fixtures/valid")].map(|root| Project { root }.compile().unwrap().value.unwrap())
}

fn press(manual: &Manual, address: &str) -> Files {
    prerender(manual, TEMPLATE, &address.parse::<PublicUrl>().unwrap()).unwrap()
}

fn file<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(&files[name]).unwrap()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// Returns the words that a Markdown reader finds, without spaces.
fn words_of(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML in plain text: {html}"),
            _ => {}
        }
    }
    squeeze(&words)
}

/// Drops spaces, which layout may change.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Drops what plain text says beyond the words of the page: the path behind the label of a setting.
fn without_paths(mut words: String, page: &Page) -> String {
    let mut paths = BTreeSet::new();
    walk_blocks(&page.blocks, &mut |block| {
        walk_inlines(block, &mut |inline, _| {
            if let Inline::Link(Link { target: LinkTarget::Setting(path), .. }) = inline {
                paths.insert(path);
            }
        });
    });
    for path in paths {
        words = words.replace(&format!("({path})"), "");
    }
    words
}

fn lost(markdown: &str, page: &Page, edition: Edition) -> Vec<String> {
    let title = page.front.title.text(edition);
    let body = text::of_blocks(&page.blocks, edition);
    let expected = format!("{title}\n{}\n{body}", page.front.description.text(edition));
    // The cells of a table row stand in one line with dots between.
    let words = without_paths(words_of(markdown), page);
    let cells = expected.lines().flat_map(|line| line.split('·'));
    cells.map(squeeze).filter(|cell| !words.contains(cell.as_str())).collect()
}

#[test]
fn a_markdown_reader_finds_every_word_of_its_edition() {
    for manual in projects() {
        let files = press(&manual, "/");
        let mut problems = Vec::new();
        for page in manual.pages() {
            for edition in page.front.editions.iter() {
                let name = page.route.markdown_file(edition);
                problems
                    .extend(lost(file(&files, &name), page, edition).into_iter().map(|line| format!("{name}: {line}")));
            }
        }
        assert!(problems.is_empty(), "{} lost:\n{}", problems.len(), problems.join("\n"));
    }
}

/// Returns how many headings, list items, table rows and code blocks a Markdown reader finds.
fn shape(markdown: &str) -> BTreeMap<&'static str, usize> {
    let mut shape = BTreeMap::new();
    for event in Parser::new_ext(markdown, options()) {
        let name = match event {
            Event::Start(Tag::Heading { .. }) => "heading",
            Event::Start(Tag::Item) => "item",
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => "row",
            Event::Start(Tag::CodeBlock(_)) => "code block",
            Event::Start(Tag::BlockQuote(Some(_))) => "alert",
            Event::Start(Tag::FootnoteDefinition(_)) => "footnote",
            Event::Start(Tag::Image { .. }) => "picture",
            Event::TaskListMarker(_) => "task",
            Event::Start(Tag::List(_)) => "list",
            _ => continue,
        };
        *shape.entry(name).or_default() += 1;
    }
    shape
}

#[test]
fn every_construct_has_its_shape_and_the_dialect_is_gone() {
    let files = press(&projects()[1], "https://docs.example.org/manual/");
    for edition in Edition::ALL {
        let name = format!("guide/constructs/index.{}.md", edition.id());
        let markdown = file(&files, &name);
        let found = shape(markdown);
        assert_eq!(found["alert"], 5, "{markdown}");
        assert_eq!(found["task"], 2, "{markdown}");
        assert_eq!(found["row"], 3, "{markdown}");
        assert_eq!(found["footnote"], 1, "{markdown}");
        for left in [
            ":::",
            "{{product",
            "{{vendor",
            "{{open-source",
            "{{mage-os",
            "admin:",
            "setting:",
            "cli:",
            "term:",
            "shot:",
            "diagram:",
            "](/",
        ] {
            assert!(!markdown.contains(left), "{left} is left in {name}:\n{markdown}");
        }
        let snapshot = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/fixtures/valid/constructs.{}.txt", edition.id()));
        let expected = snapbox::Data::read_from(&snapshot, None).raw();
        snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(markdown.to_owned(), expected);
    }
}

#[test]
fn a_page_for_one_edition_has_one_file_and_its_document_names_it() {
    let manual = &projects()[1];
    let files = press(manual, "/manual/docs/");
    for page in manual.pages() {
        let document = file(&files, &page.route.file());
        for edition in Edition::ALL {
            let (exists, name) = (page.front.editions.contains(edition), page.route.markdown_file(edition));
            assert_eq!(files.contains_key(&name), exists, "{name}");
            let link = format!("type=\"text/markdown\" href=\"/manual/docs/{name}\"");
            assert_eq!(document.contains(&link), exists, "{name} in {}", page.route.file());
        }
    }
}

#[test]
fn the_list_leads_to_files_that_exist() {
    for manual in projects() {
        let files = press(&manual, "https://docs.example.org/manual/");
        let mut count = 0;
        for event in Parser::new_ext(file(&files, "llms.txt"), options()) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            let name = dest_url.strip_prefix("https://docs.example.org/manual/").expect("a whole address");
            assert!(files.contains_key(name), "{name}");
            count += 1;
        }
        let written: usize = manual.pages().map(|page| page.front.editions.iter().count()).sum();
        // The home page is the list itself; two files hold the whole manual.
        assert_eq!(count, written - 2 + 2);
    }
}

#[test]
fn the_whole_manual_has_the_text_of_every_page() {
    let manual = &projects()[1];
    let files = press(manual, "/");
    for edition in Edition::ALL {
        let whole = words_of(file(&files, &format!("llms-full.{}.txt", edition.id())));
        for page in manual.pages() {
            let title = squeeze(&page.front.title.text(edition));
            assert_eq!(whole.contains(&title), page.front.editions.contains(edition), "{title}");
        }
    }
}
