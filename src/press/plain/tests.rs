use pulldown_cmark::Parser;

use super::*;
use crate::press::load::Project;

/// Returns the words of events, one space between any two: what whoever reads the text reads.
fn words<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut out = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::Rule => out.push_str(" --- "),
            Event::SoftBreak | Event::HardBreak | Event::Start(_) | Event::End(_) => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts what is no word: headings, items, cells, links, pictures, code blocks.
fn shape<'a>(events: impl Iterator<Item = Event<'a>>) -> std::collections::BTreeMap<String, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for event in events {
        if let Event::Start(tag) = event {
            let name = format!("{:?}", tag.to_end());
            if !name.starts_with("Paragraph") {
                *counts.entry(name).or_default() += 1;
            }
        }
    }
    counts
}

fn project(folder: &str) -> Manual {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    Project { root }.compile().unwrap().value.unwrap()
}

#[test]
fn what_is_written_reads_as_what_was_meant() {
    for folder in ["", "tests/fixtures/valid"] {
        let manual = project(folder);
        for edition in Edition::ALL {
            let context = Context { public_url: &PublicUrl::default(), edition };
            for page in manual.pages().filter(|page| page.front.editions.contains(edition)) {
                let events = page_events(page, context);
                let text = page_text(page, context);
                let parsed = || Parser::new_ext(&text, EXTENSIONS);
                assert_eq!(words(parsed()), words(events.iter().cloned()), "{} for {}", page.route, edition.name());
                assert_eq!(shape(parsed()), shape(events.into_iter()), "{} for {}", page.route, edition.name());
            }
        }
    }
}

#[test]
fn nothing_of_the_dialect_is_left() {
    let manual = project("");
    let mut files = Files::new();
    add(&mut files, &manual, &"https://docs.example.org/shop/".parse().unwrap());
    for (name, bytes) in &files {
        let text = String::from_utf8(bytes.clone()).unwrap();
        // The page for authors shows the dialect itself, and some defaults of settings have braces of their own.
        if name.starts_with("llms-full") || name.starts_with("community/") || name.starts_with("reference/settings/") {
            continue;
        }
        for left in ["{{", ":::", "](admin:", "](setting:", "](cli:", "](term:", "](shot:", "](diagram:"] {
            assert!(
                !text.contains(left),
                "{name} has {left}: {}",
                text.lines().find(|line| line.contains(left)).unwrap()
            );
        }
    }
    let refund = String::from_utf8(files["sales/refund/index.mage-os.md"].clone()).unwrap();
    assert!(refund.contains("](https://docs.example.org/shop/shots/mage-os/sales/"), "{refund}");
    assert!(refund.contains("](https://docs.example.org/shop/"), "{refund}");
}

#[test]
fn each_edition_has_the_pages_that_it_has() {
    let manual = project("");
    let mut files = Files::new();
    add(&mut files, &manual, &PublicUrl::default());
    for page in manual.pages() {
        for edition in Edition::ALL {
            let has = files.contains_key(&page.route.markdown_file(edition));
            assert_eq!(has, page.front.editions.contains(edition), "{} for {}", page.route, edition.name());
        }
    }
    let list = String::from_utf8(files["llms.txt"].clone()).unwrap();
    for page in manual.guides.iter().flat_map(|guide| &guide.pages) {
        assert!(list.contains(&format!("({}index.", page.route)), "{} is listed", page.route);
    }
    for edition in Edition::ALL {
        let whole = String::from_utf8(files[&whole_file_of(edition)].clone()).unwrap();
        assert!(whole.contains(edition.name()) && whole.len() > 100_000, "{} bytes", whole.len());
    }
}
