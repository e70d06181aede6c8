//! `/compare/`: every page that differs between the editions, and how.

use super::article::{self, Context, Html};
use super::page_view;
use crate::content::front_matter::Status;
use crate::content::manual::Page;
use crate::content::model::{Block, BlockKind, Heading, Inline, PassageRole, walk_blocks, walk_inlines};
use crate::content::text;
use crate::edition::PerEdition;

/// How many characters of a passage are quoted: two lines of a phone.
const QUOTE_CHARS_MAX: usize = 90;

/// A place at which the editions differ.
struct Place<'a> {
    /// The heading above it.
    heading: Option<&'a Heading>,
    /// What readers of each edition find there.
    words: PerEdition<String>,
}

/// Writes the list, by guide. Generated pages are left out: the reference has a page about the differences of the products.
pub(super) fn list(context: Context<'_>) -> String {
    let mut html = Html::default();
    for guide in &context.manual.guides {
        let pages = std::iter::once(&guide.landing).chain(&guide.pages);
        let written = pages.filter(|page| page.front.status != Status::Generated);
        let differing: Vec<(&Page, Vec<Place<'_>>)> =
            written.map(|page| (page, places(&page.blocks))).filter(|(page, places)| differs(page, places)).collect();
        if differing.is_empty() {
            continue;
        }
        html.open("section", &[("class", "comparison")]).open("h2", &[("class", "comparison__guide")]);
        article::wording(&mut html, &guide.title);
        html.close();
        for (page, places) in &differing {
            write_page(&mut html, page, places, context);
        }
        html.close();
    }
    html.finish()
}

fn differs(page: &Page, places: &[Place<'_>]) -> bool {
    page.front.editions.single().is_some() || !places.is_empty()
}

fn write_page(html: &mut Html, page: &Page, places: &[Place<'_>], context: Context<'_>) {
    let address = context.base.page(&page.route);
    html.open("details", &[("class", "comparison__page")]).open("summary", &[("class", "comparison__head")]);
    html.open("span", &[("class", "comparison__title")]);
    article::wording(html, &page.front.title);
    html.close().text(" ");
    if let Some(edition) = page.front.editions.single() {
        page_view::edition_badge(html, edition);
    } else {
        let count = if places.len() == 1 { "1 place".to_owned() } else { format!("{} places", places.len()) };
        html.element("span", &[("class", "comparison__count")], &count);
    }
    html.close();
    if page.front.editions.single().is_some() {
        html.open("p", &[]);
        article::wording(html, &page.front.description);
        html.text(" ").element("a", &[("href", &address)], "Open the page").close();
    } else {
        html.open("ul", &[("class", "comparison__places"), ("role", "list")]);
        for place in places {
            write_place(html, place, &address);
        }
        html.close();
    }
    html.close();
}

fn write_place(html: &mut Html, place: &Place<'_>, address: &str) {
    let fragment = place.heading.map(|heading| format!("#{}", heading.anchor.as_str())).unwrap_or_default();
    html.open("li", &[("class", "comparison__place")]);
    html.open("a", &[("class", "comparison__link"), ("href", &format!("{address}{fragment}"))]);
    if let Some(heading) = place.heading {
        html.open("span", &[("class", "comparison__heading")]);
        article::both(html, &PerEdition::from_fn(|edition| text::plain(&heading.content, edition)));
        html.close();
    }
    for (edition, words) in place.words.iter() {
        html.open("span", &[("class", "comparison__side"), ("data-edition", edition.id())]);
        html.element("span", &[("class", "comparison__edition")], edition.name()).text(" ");
        html.text(if words.is_empty() { "nothing here" } else { words }).close();
    }
    html.close().close();
}

/// Returns the places of a page in order, a pair of passages as one.
fn places(blocks: &[Block]) -> Vec<Place<'_>> {
    let mut places: Vec<Place<'_>> = Vec::new();
    let mut heading = None;
    let mut first_of_pair = 0;
    walk_blocks(blocks, &mut |block| {
        match &block.kind {
            BlockKind::Heading(found) => heading = Some(found),
            BlockKind::Passage(passage) => {
                let words = quote(&text::of_blocks(&passage.blocks, passage.edition));
                if passage.role != PassageRole::SecondOfPair {
                    first_of_pair = places.len();
                    places.push(Place { heading, words: PerEdition::default() });
                }
                *places[first_of_pair].words.get_mut(passage.edition) = words;
            }
            _ => {}
        }
        walk_inlines(block, &mut |inline, _| {
            if let Inline::Either(sides) = inline {
                let words = PerEdition::from_fn(|edition| quote(&text::plain(sides.get(edition), edition)));
                places.push(Place { heading, words });
            }
        });
    });
    places
}

/// Shortens a passage to its first words.
fn quote(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches([',', ';', ' ']).to_owned();
    let Some((end, _)) = line.char_indices().nth(QUOTE_CHARS_MAX) else { return line };
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{}…", line[..end].trim_end_matches([',', '.', ':', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_ends_at_a_word() {
        assert_eq!(quote("Short enough."), "Short enough.");
        let quoted = quote(&"word ".repeat(40));
        assert!(quoted.ends_with("word…"), "{quoted}");
        assert!(quoted.chars().count() <= QUOTE_CHARS_MAX + 1);
    }
}
