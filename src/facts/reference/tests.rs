//! The reference has what the facts have: no field, command or place more or less.

use std::collections::BTreeSet;

use super::{GUIDE, anchor, command_place, doubled};
use crate::content::manual::Manual;
use crate::content::model::{BlockKind, walk_blocks};
use crate::edition::Edition;
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
