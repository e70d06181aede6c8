//! The manual as plain Markdown, for people and tools: a file for each page and edition, the whole manual for each
//! edition, and `llms.txt`, which lists them.
//!
//! Nothing of the dialect is left in these files: names, passages and pictures are those of one edition, and what is a
//! card or a path in the page is said in words.

mod blocks;
mod inlines;

use std::fmt::Write as _;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options as Extensions, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Options, cmark_with_options};

use super::site::{Files, PublicUrl};
use crate::content::front_matter::Status;
use crate::content::manual::{Manual, Page};
use crate::content::text;
use crate::edition::Edition;
use crate::route::Route;

/// What readers of these files know beyond `CommonMark`: tables, tasks and alerts, as on code hosts.
const EXTENSIONS: Extensions = Extensions::ENABLE_TABLES
    .union(Extensions::ENABLE_STRIKETHROUGH)
    .union(Extensions::ENABLE_TASKLISTS)
    .union(Extensions::ENABLE_GFM);

/// What an edition's text is made of, and where its links lead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    /// Where the site is: links are whole addresses when that is known.
    pub(super) public_url: &'a PublicUrl,
    /// Whose text it is.
    pub(super) edition: Edition,
}

impl Context<'_> {
    /// Returns the address of a page.
    fn page(&self, route: &Route) -> String {
        self.whole(&self.public_url.base.page(route))
    }

    /// Returns the address of a file of the site.
    fn file(&self, file: &str) -> String {
        self.whole(&self.public_url.base.file(file))
    }

    fn whole(&self, path: &str) -> String {
        [self.public_url.origin.as_deref().unwrap_or_default(), path].concat()
    }
}

/// Returns where the whole manual in an edition is, below the site's root.
fn whole_file_of(edition: Edition) -> String {
    format!("llms-full.{}.txt", edition.id())
}

/// Adds all files.
pub(super) fn add(files: &mut Files, manual: &Manual, public_url: &PublicUrl) {
    for edition in Edition::ALL {
        let context = Context { public_url, edition };
        let mut whole = format!("# {}: {}\n\n{}\n", manual.site.title, edition.name(), manual.site.description);
        for page in manual.pages().filter(|page| page.front.editions.contains(edition)) {
            let text = page_text(page, context);
            whole.push_str("\n---\n\n");
            whole.push_str(&text);
            files.insert(page.route.markdown_file(edition), text.into_bytes());
        }
        files.insert(whole_file_of(edition), whole.into_bytes());
    }
    files.insert("llms.txt".to_owned(), list(manual, public_url).into_bytes());
}

/// Returns a page as its readers in one edition would write it down.
#[must_use]
pub(super) fn page_text(page: &Page, context: Context<'_>) -> String {
    let written = written(&page_events(page, context)).unwrap_or_else(|| in_pieces(page, context));
    format!("{}\n", written.trim_end())
}

/// Writes a page block by block, and what Markdown has no form for as plain words: stress inside a word next to more of it,
/// for example.
fn in_pieces(page: &Page, context: Context<'_>) -> String {
    let head = written(&head_events(page, context)).unwrap_or_else(|| page.front.title.text(context.edition));
    let pieces = page.blocks.iter().map(|block| {
        let block = std::slice::from_ref(block);
        let mut events = Vec::new();
        blocks::blocks(&mut events, block, context);
        let words = || text::of_blocks(block, context.edition);
        written(&events).unwrap_or_else(|| {
            let mut events = Vec::new();
            words().lines().for_each(|line| blocks::paragraph(&mut events, line.trim()));
            written(&events).unwrap_or_else(words)
        })
    });
    std::iter::once(head).chain(pieces).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Returns the events of a page: its head and the text.
fn page_events(page: &Page, context: Context<'_>) -> Vec<Event<'static>> {
    let mut out = head_events(page, context);
    blocks::blocks(&mut out, &page.blocks, context);
    out
}

/// Returns the events of a page's head: title, description, and where it comes from.
fn head_events(page: &Page, context: Context<'_>) -> Vec<Event<'static>> {
    let edition = context.edition;
    let mut out = vec![
        Event::Start(Tag::Heading { level: HeadingLevel::H1, id: None, classes: Vec::new(), attrs: Vec::new() }),
        Event::Text(page.front.title.text(edition).into()),
        Event::End(TagEnd::Heading(HeadingLevel::H1)),
    ];
    blocks::paragraph(&mut out, &page.front.description.text(edition));
    let reviewed = match &page.front.status {
        Status::Generated => "made from data of running shops".to_owned(),
        Status::Drafted => "drafted, not yet reviewed by a person".to_owned(),
        Status::Reviewed { by, on } => format!("reviewed by {by} on {}", on.for_readers()),
    };
    let source = format!("For {}; {reviewed}. Source: {}", edition.name(), context.page(&page.route));
    blocks::paragraph(&mut out, &source);
    out
}

/// Writes events as Markdown; `None` when Markdown has no form for them.
fn written(events: &[Event<'static>]) -> Option<String> {
    let mut text = String::new();
    // As authors write: one number after the other, hyphens for bullets.
    let options = Options { increment_ordered_list_bullets: true, list_token: '-', ..Options::default() };
    cmark_with_options(events.iter(), &mut text, EXTENSIONS, options).ok()?;
    Some(text)
}

/// Returns `llms.txt`: what the manual is, and where its pages are as Markdown.
fn list(manual: &Manual, public_url: &PublicUrl) -> String {
    let context = Context { public_url, edition: Edition::default() };
    let mut out = format!("# {}\n\n> {}\n\n", manual.site.title, manual.site.description);
    let [first, second] = Edition::ALL.map(Edition::name);
    let _ = writeln!(
        out,
        "Every page exists for {first} and for {second}; where they differ, so do the files. The links below lead to the text for \
         {first}; put `index.{}.md` at the end of an address for {second}.\n",
        Edition::MageOs.id()
    );
    let _ = writeln!(out, "## The whole manual\n");
    for edition in Edition::ALL {
        let _ =
            writeln!(out, "- [{}]({}): all pages in one file", edition.name(), context.file(&whole_file_of(edition)));
    }
    for guide in &manual.guides {
        let _ = writeln!(out, "\n## {}\n", guide.title.text(context.edition));
        for page in &guide.pages {
            out.push_str(&entry(page, context));
        }
    }
    out
}

/// Returns the line of a page in the list; a page for one edition leads to its only text.
fn entry(page: &Page, context: Context<'_>) -> String {
    let edition = page.front.editions.single().unwrap_or(context.edition);
    let context = Context { edition, ..context };
    let address = context.file(&page.route.markdown_file(edition));
    let only = page.front.editions.single().map(|edition| format!(" ({} only)", edition.name())).unwrap_or_default();
    let link = [
        Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: address.clone().into(),
            title: "".into(),
            id: "".into(),
        }),
        Event::Text(page.front.title.text(edition).into()),
        Event::End(TagEnd::Link),
        Event::Text(format!("{only}: {}", page.front.description.text(edition)).into()),
    ];
    format!("- {}\n", written(&link).unwrap_or(address))
}

#[cfg(test)]
mod tests;
