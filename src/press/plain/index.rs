//! Lists of pages: `llms.txt`, the opening of the whole manual, and what guides and the home page list.

use super::{Reader, append, link_item, paragraph, words};
use crate::content::manual::{Manual, Page};
use crate::edition::Edition;
use crate::press::plain::escape::Place;
use crate::press::site::PublicUrl;

/// Returns the lines of `llms.txt`: all pages by guide; parts of pages stand last, where short of room they are left out.
pub(super) fn llms(manual: &Manual, public_url: &PublicUrl) -> Vec<String> {
    let edition = Edition::default();
    let mut lines = vec![format!("# {}", words(&manual.site.title, Place::Heading))];
    append(&mut lines, vec![format!("> {}", words(&manual.site.description, Place::Paragraph))]);
    append(&mut lines, vec![about(public_url)]);
    for guide in &manual.guides {
        append(&mut lines, vec![format!("## {}", words(&guide.title.text(edition), Place::Heading))]);
        let pages = std::iter::once(&guide.landing).chain(&guide.pages).filter(|page| page.route.parent().is_none());
        append(&mut lines, pages.map(|page| entry(page, public_url)).collect());
    }
    let parts: Vec<String> =
        manual.pages().filter(|page| page.route.parent().is_some()).map(|page| entry(page, public_url)).collect();
    if !parts.is_empty() {
        append(&mut lines, vec!["## Optional".to_owned()]);
        append(&mut lines, parts);
    }
    lines
}

/// Says what the files are.
fn about(public_url: &PublicUrl) -> String {
    let files = Edition::ALL.map(|edition| {
        let file = format!("llms-full.{}.txt", edition.id());
        let address = format!("{}{}", public_url.origin.as_deref().unwrap_or_default(), public_url.base.file(&file));
        format!("[for {}]({})", edition.name(), super::escape::address(&address))
    });
    format!(
        "Every page exists for each edition as Markdown of its own: names, menu paths, commands and screenshots are those of that edition. \
         The whole manual in one file: {}, {}.",
        files[0], files[1]
    )
}

fn entry(page: &Page, public_url: &PublicUrl) -> String {
    let address = |edition| {
        let file = public_url.base.file(&page.route.markdown_file(edition));
        format!("{}{file}", public_url.origin.as_deref().unwrap_or_default())
    };
    let edition = page.front.editions.single().unwrap_or_default();
    let sentence = page.front.description.text(edition);
    let item = link_item(&page.front.title.text(edition), &address(edition), sentence.trim());
    if let Some(edition) = page.front.editions.single() {
        return format!("{item} {} only.", edition.name());
    }
    let other = edition.other();
    format!("{item} [The same for {}]({}).", other.name(), super::escape::address(&address(other)))
}

/// Returns the opening of the whole manual for one edition.
pub(super) fn opening(manual: &Manual, edition: Edition) -> Vec<String> {
    let title = format!("{} for {}", manual.site.title, edition.name());
    let mut lines = vec![format!("# {}", words(&title, Place::Heading))];
    append(&mut lines, paragraph(&words(&manual.site.description, Place::Paragraph)));
    lines
}

/// Returns what a guide's own page or the home page lists; nothing on other pages.
pub(super) fn listing(page: &Page, reader: &Reader<'_>) -> Vec<String> {
    let edition = reader.edition;
    let item =
        |title: String, page: &Page, sentence: String| link_item(&title, &reader.address(&page.route), &sentence);
    let manual = reader.manual;
    if page.route == manual.home.route {
        let guides = manual.guides.iter();
        return guides
            .map(|guide| item(guide.title.text(edition), &guide.landing, guide.summary.text(edition)))
            .collect();
    }
    let Some(guide) = manual.guides.iter().find(|guide| guide.landing.route == page.route) else { return Vec::new() };
    let pages = guide.pages.iter().filter(|page| page.route.parent().is_none());
    pages
        .map(|page| {
            let only = page.front.editions.single().map(|edition| format!(" {} only.", edition.name()));
            let edition = page.front.editions.single().unwrap_or(edition);
            let sentence = page.front.description.text(edition) + only.as_deref().unwrap_or_default();
            item(page.front.title.text(edition), page, sentence)
        })
        .collect()
}
