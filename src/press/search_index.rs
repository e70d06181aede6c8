//! What of the manual can be found? Its pages as the search engine wants them, and the index files.
//!
//! There are two indexes: one of what was written, one of what was generated from facts. Forty settings on a page would
//! outweigh the one page that a merchant wrote about them, and most readers never need the second file.

use std::collections::BTreeMap;

use super::lint_reference;
use crate::content::front_matter::Status;
use crate::content::link::LinkTarget;
use crate::content::manual::{Guide, Manual, Page};
use crate::content::model::{Block, BlockKind, Inline, walk_blocks, walk_inlines};
use crate::content::section::{Section as PageSection, sections};
use crate::content::{text, wording};
use crate::edition::{Edition, EditionSet};
use crate::route::Route;
use crate::search::{
    Document, IndexFiles, Kind, Run, Section, Synonyms, Wording, build_index, build_index_files, one_word,
};

/// Files that the texts are spread over. With one, the first query waits for all texts; with more, a query fetches as many
/// files and they are smaller. But each learns anew what words are rare: with 24, all together weigh 30 KB, with 56, 32.
const PARTS: usize = 56;

/// Returns the index of the pages that were written, as the files that the browser fetches.
#[must_use]
pub fn files(manual: &Manual) -> IndexFiles {
    build_index_files(&documents(manual), &Synonyms::new(manual.synonyms.clone()), PARTS)
}

/// Returns the index of the pages that were written, in one piece.
#[must_use]
pub fn whole(manual: &Manual) -> Vec<u8> {
    build_index(&documents(manual), &Synonyms::new(manual.synonyms.clone()))
}

/// Returns the index of settings, commands, menu paths and whatever else is generated from facts.
#[must_use]
pub fn reference(manual: &Manual) -> Vec<u8> {
    build_index(&reference_documents(manual), &Synonyms::default())
}

/// Returns every written page of a manual in reading order, as a thing to be found.
///
/// The home page is left out: it names the jobs that other pages are about, and nobody searches for the way back to it.
#[must_use]
pub fn documents(manual: &Manual) -> Vec<Document> {
    let links = link_texts(manual);
    let mut found = Vec::new();
    for guide in &manual.guides {
        found.push(document(&guide.landing, None, &links));
        let written = guide.pages.iter().filter(|page| page.front.status != Status::Generated);
        found.extend(written.map(|page| {
            let mut found = document(page, Some(guide), &links);
            // Its samples speak of refunds, grids and settings, and answer nothing about them: it is found as a whole.
            if lint_reference::LISTINGS.iter().any(|listing| page.route.as_str() == listing.route) {
                found.sections.truncate(1);
            }
            found
        }));
    }
    found
}

/// Returns every generated page: what has a heading there is found by its name, its path and its explanation.
fn reference_documents(manual: &Manual) -> Vec<Document> {
    let no_links = LinkTexts::new();
    let pages = manual.guides.iter().flat_map(|guide| guide.pages.iter().map(move |page| (guide, page)));
    pages
        .filter(|(_, page)| page.front.status == Status::Generated)
        .map(|(guide, page)| Document {
            sections: sections(&page.blocks, page.front.editions).iter().map(named_section).collect(),
            kind: if page.route.parent().is_some() { Kind::Setting } else { Kind::Page },
            ..document(page, Some(guide), &no_links)
        })
        .collect()
}

/// Reduces a section to what names it: the heading with the path, the sentence that explains it, first cells of tables.
fn named_section(part: &PageSection<'_>) -> Section {
    let path = part.blocks.iter().find_map(|block| path_in(block));
    let named = |edition| {
        let heading = part.heading.map_or_else(String::new, |heading| text::plain(&heading.content, edition));
        path.as_ref().map_or_else(|| heading.clone(), |path| format!("{heading} ({path})"))
    };
    let names = |edition| part.blocks.iter().map(|block| names_in(block, edition)).collect::<Vec<String>>();
    let mut runs = body_runs(part.editions, &names(Edition::OpenSource), &names(Edition::MageOs));
    if let Some((path, heading)) = path.as_ref().zip(part.heading) {
        let label = one_word(&text::plain(&heading.content, Edition::default()));
        runs.push(Run { editions: part.editions, text: format!("{} {label}", one_word(path)) });
    }
    let heading = different(named(Edition::OpenSource), named(Edition::MageOs));
    Section { heading, runs, ..section(part) }
}

/// Returns the configuration path of a setting: the first meaning in its list that is nothing but code.
fn path_in(block: &Block) -> Option<String> {
    let BlockKind::Definitions(rows) = &block.kind else { return None };
    let mut meanings = rows.iter().flat_map(|row| row.meanings.iter().flatten());
    meanings.find_map(|meaning| match &meaning.kind {
        BlockKind::Paragraph(content) if matches!(&content[..], [Inline::Code(_)]) => {
            Some(text::plain(content, Edition::default()))
        }
        _ => None,
    })
}

fn names_in(block: &Block, edition: Edition) -> String {
    match &block.kind {
        BlockKind::Paragraph(_) => text::of_blocks(std::slice::from_ref(block), edition),
        BlockKind::Table(table) => {
            let names = table.rows.iter().filter_map(|row| Some(text::plain(row.first()?, edition)));
            names.collect::<Vec<String>>().join("\n")
        }
        _ => String::new(),
    }
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
