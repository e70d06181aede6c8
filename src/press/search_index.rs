//! What of the manual can be found? Its pages as the search engine wants them, and the index file.

use std::collections::BTreeMap;

use crate::content::front_matter::Status;
use crate::content::link::LinkTarget;
use crate::content::manual::{Guide, Manual, Page};
use crate::content::model::{Inline, walk_blocks, walk_inlines};
use crate::content::section::{Section as PageSection, sections};
use crate::content::{text, wording};
use crate::edition::{Edition, EditionSet};
use crate::route::Route;
use crate::search::{Document, Kind, Run, Section, Synonyms, Wording, build_index};

/// Returns the index file of a manual.
#[must_use]
pub fn build(manual: &Manual) -> Vec<u8> {
    build_index(&documents(manual), &Synonyms::new(manual.synonyms.clone()))
}

/// Returns every page of a manual in reading order, as a thing to be found.
///
/// The home page is left out: it names the jobs that other pages are about, and nobody searches for the way back to it.
///
/// So are generated pages: forty settings on a page outweigh the one that a merchant wrote about. Settings, commands, menu
/// paths, glossary entries and error texts become documents of their own [`Kind`] here.
#[must_use]
pub fn documents(manual: &Manual) -> Vec<Document> {
    let links = link_texts(manual);
    let mut found = Vec::new();
    for guide in &manual.guides {
        found.push(document(&guide.landing, None, &links));
        let written = guide.pages.iter().filter(|page| page.front.status != Status::Generated);
        found.extend(written.map(|page| document(page, Some(guide), &links)));
    }
    found
}

type LinkTexts<'a> = BTreeMap<&'a Route, Vec<Run>>;

fn document(page: &Page, guide: Option<&Guide>, links: &LinkTexts<'_>) -> Document {
    let parts = sections(&page.blocks, page.front.editions);
    let mut parts: Vec<Section> = parts.iter().filter(|part| !is_list_of_links(part)).map(section).collect();
    // A page is found by the sentence that stands below its title, too.
    let lead = runs(page.front.editions, |edition| page.front.description.text(edition));
    if let Some(opening) = parts.first_mut() {
        opening.runs.splice(0..0, lead);
    }
    Document {
        route: page.route.as_str().to_owned(),
        title: short(&page.front.title),
        breadcrumb: guide.map(|guide| guide.title.text(Edition::default())).into_iter().collect(),
        kind: Kind::Page,
        editions: page.front.editions,
        sections: parts,
        aliases: page.front.also.clone(),
        link_texts: links.get(&page.route).cloned().unwrap_or_default(),
    }
}

/// The section at the foot of pages that only names other pages: its links tell what those are called, but it answers
/// nothing.
fn is_list_of_links(part: &PageSection<'_>) -> bool {
    part.heading.is_some_and(|heading| heading.anchor.as_str() == "related")
}

fn section(part: &PageSection<'_>) -> Section {
    let heading = |edition| part.heading.map_or_else(String::new, |heading| text::plain(&heading.content, edition));
    let body = |edition| {
        part.blocks.iter().map(|block| text::of_blocks(std::slice::from_ref(*block), edition)).collect::<Vec<String>>()
    };
    Section {
        anchor: part.heading.map_or_else(String::new, |heading| heading.anchor.as_str().to_owned()),
        heading: different(heading(Edition::OpenSource), heading(Edition::MageOs)),
        editions: part.editions,
        runs: body_runs(part.editions, &body(Edition::OpenSource), &body(Edition::MageOs)),
    }
}

/// Makes a run of every block that both editions share, and one for each edition of every block that differs.
fn body_runs(editions: EditionSet, open_source: &[String], mage_os: &[String]) -> Vec<Run> {
    let pairs = open_source.iter().zip(mage_os);
    pairs
        .flat_map(|(open_source, mage_os)| {
            runs(editions, |edition| match edition {
                Edition::OpenSource => open_source.clone(),
                Edition::MageOs => mage_os.clone(),
            })
        })
        .collect()
}

fn runs(editions: EditionSet, text: impl Fn(Edition) -> String) -> Vec<Run> {
    let mut runs: Vec<Run> =
        editions.iter().map(|edition| Run { editions: EditionSet::only(edition), text: text(edition) }).collect();
    if let [first, second] = &runs[..]
        && first.text == second.text
    {
        runs = vec![Run { editions, text: first.text.clone() }];
    }
    runs.retain(|run| !run.text.trim().is_empty());
    runs
}

fn short(wording: &wording::Wording) -> Wording {
    let texts = wording.texts();
    different(texts.open_source, texts.mage_os)
}

fn different(open_source: String, mage_os: String) -> Wording {
    if open_source == mage_os { Wording::Same(open_source) } else { Wording::Different { open_source, mage_os } }
}

/// Collects the words by which pages link to each other: what a page is called by those who know it.
fn link_texts(manual: &Manual) -> LinkTexts<'_> {
    let mut found = LinkTexts::new();
    for page in manual.pages() {
        walk_blocks(&page.blocks, &mut |block| {
            walk_inlines(block, &mut |inline, editions| {
                if let Inline::Link(link) = inline
                    && let LinkTarget::Page(route, _) = &link.target
                    && *route != page.route
                {
                    let words = runs(editions, |edition| text::plain(&link.content, edition));
                    found.entry(route).or_default().extend(words);
                }
            });
        });
    }
    found
}
