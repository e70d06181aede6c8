//! The reference has what the facts have: no field, command or place more or less.

use std::collections::BTreeSet;

use super::{GUIDE, anchor, command_place, doubled};
use crate::content::link::LinkTarget;
use crate::content::manual::{Manual, Page};
use crate::content::model::{BlockKind, Inline, Link, walk_blocks, walk_inlines};
use crate::edition::Edition;
use crate::facts::glossary::GLOSSARY;
use crate::press::load::Project;
use crate::route::Anchor;

fn project_manual() -> Manual {
    let project = Project { root: env!("CARGO_MANIFEST_DIR").into() };
    project.compile().unwrap().value.unwrap()
}

/// The anchors of headings of a level that an edition sees on the pages below a route.
fn headings(manual: &Manual, below: &str, level: u8, edition: Edition) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for page in manual.pages().filter(|page| page.route.as_str().starts_with(below)) {
        walk_blocks(&page.blocks, &mut |block| match &block.kind {
            BlockKind::Heading(heading) if heading.level == level && block.editions.contains(edition) => {
                anchors.push(heading.anchor.clone());
            }
            _ => {}
        });
    }
    anchors
}

#[test]
fn the_reference_lists_exactly_the_fields_and_commands_of_each_edition() {
    let manual = project_manual();
    let facts = manual.facts.as_ref().unwrap();
    assert_eq!(doubled(&facts.layout), BTreeSet::new());
    for edition in Edition::ALL {
        let export = facts.of(edition);
        let listed = headings(&manual, "/reference/settings/", 3, edition);
        assert_eq!(listed.len(), export.settings.len());
        let listed: BTreeSet<Anchor> = listed.into_iter().collect();
        let missing: Vec<&str> =
            export.settings.iter().filter(|row| !listed.contains(&anchor(row))).map(|row| &*row.path).collect();
        assert_eq!(missing, [""; 0]);
        assert_eq!(headings(&manual, "/reference/commands/", 3, edition).len(), export.commands.iter().count());
    }
}

#[test]
fn every_setting_and_command_has_a_place_that_exists() {
    let manual = project_manual();
    let facts = manual.facts.as_ref().unwrap();
    let mut anchors = BTreeSet::new();
    for page in manual.pages().filter(|page| page.route.guide() == Some(GUIDE)) {
        walk_blocks(&page.blocks, &mut |block| {
            if let BlockKind::Heading(heading) = &block.kind {
                assert!(anchors.insert((page.route.clone(), heading.anchor.clone())), "{} twice", heading.anchor);
            }
        });
    }
    for (_, export) in facts.exports.iter() {
        for path in export.settings.paths() {
            let place = facts.layout.place(path).unwrap_or_else(|| panic!("{path} has no place"));
            assert!(anchors.contains(place), "{path}: nothing stands at {place:?}");
        }
        for command in export.commands.iter() {
            assert!(anchors.contains(&command_place(facts, &command.name).unwrap()), "{}", command.name);
        }
    }
    let (route, anchor) = facts.layout.place("web/seo/use_rewrites").unwrap();
    assert_eq!((route.as_str(), anchor.as_str()), ("/reference/settings/web/", "web-seo-use_rewrites"));
}

#[test]
fn every_page_says_where_and_when_its_facts_were_read() {
    let manual = project_manual();
    for page in manual.pages().filter(|page| page.route.guide() == Some(GUIDE) && !page.blocks.is_empty()) {
        let text = crate::content::text::of_blocks(&page.blocks, Edition::MageOs).to_lowercase();
        assert!(text.contains("read from") || text.contains("read on"), "{}", page.route);
        assert!(text.contains(" 2026"), "{}", page.route);
    }
}

/// The pages of the glossary.
fn glossary(manual: &Manual) -> impl Iterator<Item = &Page> {
    manual.pages().filter(|page| page.route.as_str().starts_with(GLOSSARY))
}

#[test]
fn the_glossary_lists_every_word_once_in_alphabetical_order() {
    let manual = project_manual();
    let (mut listed, mut letters) = (Vec::new(), Vec::new());
    for page in glossary(&manual) {
        walk_blocks(&page.blocks, &mut |block| match &block.kind {
            BlockKind::Heading(heading) => letters.push(heading.anchor.as_str()),
            _ => listed.extend(block.anchors().map(|anchor| (&page.route, anchor))),
        });
    }
    let entry = |anchor: &Anchor| manual.glossary.get(anchor.as_str()).unwrap();
    assert!(listed.iter().map(|(_, anchor)| entry(anchor).sort_key()).is_sorted());
    let known: BTreeSet<&str> = manual.glossary.iter().map(|(id, _)| id).collect();
    assert_eq!(listed.len(), known.len());
    assert_eq!(listed.iter().map(|(_, anchor)| anchor.as_str()).collect::<BTreeSet<_>>(), known);
    for (route, anchor) in listed {
        assert_eq!(manual.glossary.place(anchor.as_str()), Some((route.clone(), anchor.clone())));
    }
    assert!(letters.is_sorted() && letters.iter().collect::<BTreeSet<_>>().len() == letters.len(), "{letters:?}");
    assert_eq!((letters.first(), letters.last()), (Some(&"letter-a"), Some(&"letter-w")));
}

#[test]
fn every_word_that_a_page_links_has_its_entry_in_the_glossary() {
    let manual = project_manual();
    let mut anchors = BTreeSet::new();
    for page in glossary(&manual) {
        walk_blocks(&page.blocks, &mut |block| anchors.extend(block.anchors().map(Anchor::as_str)));
    }
    let mut linked = 0;
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, _| {
                if let Inline::Link(Link { target: LinkTarget::GlossaryEntry(id), .. }) = inline {
                    linked += 1;
                    assert!(anchors.contains(&**id), "{}: {id}", page.route);
                }
            });
        });
    }
    assert!(linked > 20, "the words are still found by this test");
}
