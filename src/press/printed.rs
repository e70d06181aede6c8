//! Documents for paper: a guide, or the whole manual, in one file with contents and numbered pages.
//!
//! Paper has no links, so pages name each other by number. Both editions are in the bytes, as on every page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;

use leptos::prelude::*;

use super::article::{self, Collected, Context, Html, Pages, page_id};
use super::document::{self, Frame};
use super::page_view::{status, wording_html};
use crate::content::front_matter::Status;
use crate::content::manual::{Guide, Manual, Page};
use crate::edition::{Edition, PerEdition};
use crate::route::{PRINT, Route};
use crate::view::Printed;
use crate::view::printed::{PrintedGuide, PrintedPage, PrintedParts};

/// A guide with the number that it has in every document.
type Chapter<'a> = (usize, &'a Guide);

/// Tells whether people write a guide. The reference is made of facts, longer than all the rest, and of use where it can be
/// searched: it is not printed.
fn is_written(guide: &Guide) -> bool {
    guide.pages.iter().any(|page| page.front.status != Status::Generated)
}

fn chapters(manual: &Manual) -> Vec<Chapter<'_>> {
    (1..).zip(manual.guides.iter().filter(|guide| is_written(guide))).collect()
}

/// Returns the address of the whole manual as one document.
#[must_use]
pub(super) fn manual_route() -> Route {
    Route::parse(&format!("/{PRINT}/")).expect("the word can be a route")
}

/// Returns the address of a guide as one document; `None` for one that is not printed.
#[must_use]
pub(super) fn guide_route(guide: &Guide) -> Option<Route> {
    is_written(guide)
        .then(|| Route::parse(&format!("/{PRINT}/{}/", guide.slug)).expect("a guide's name can be a route"))
}

/// Returns every such document with its address.
#[must_use]
pub(super) fn all(frame: &Frame<'_>) -> Vec<(Route, String)> {
    let manual = frame.context.manual;
    let chapters = chapters(manual);
    let mut documents = Vec::new();
    for chapter in &chapters {
        if let Some(route) = guide_route(chapter.1) {
            documents.push((route, guide_document(*chapter, frame)));
        }
    }
    documents.push((manual_route(), manual_document(&chapters, frame)));
    documents
}

fn guide_document(chapter: Chapter<'_>, frame: &Frame<'_>) -> String {
    let guide = chapter.1;
    let title = (wording_html(&guide.title), wording_html(&guide.summary));
    let parts = parts(title, &[chapter], None, frame);
    document(parts, &guide.title.text(Edition::default()), &guide.landing.route, frame)
}

fn manual_document(chapters: &[Chapter<'_>], frame: &Frame<'_>) -> String {
    let home = &frame.context.manual.home;
    let title = (wording_html(&home.front.title), wording_html(&home.front.description));
    let left_out = left_out(frame);
    let parts = parts(title, chapters, left_out, frame);
    document(parts, &home.front.title.text(Edition::default()), &home.route, frame)
}

/// Says which guides are not printed, and where they are.
fn left_out(frame: &Frame<'_>) -> Option<String> {
    let guides = frame.context.manual.guides.iter().filter(|guide| !is_written(guide));
    let named: Vec<String> = guides
        .map(|guide| format!("“{}” at {}", guide.title.text(Edition::default()), address(&guide.landing.route, frame)))
        .collect();
    (!named.is_empty())
        .then(|| format!("Not printed, because its tables are longer than all the rest: {}.", named.join(", ")))
}

fn address(route: &Route, frame: &Frame<'_>) -> String {
    format!("{}{}", frame.origin.unwrap_or_default(), frame.context.base.page(route))
}

fn parts(
    title: (String, String),
    chapters: &[Chapter<'_>],
    left_out: Option<String>,
    frame: &Frame<'_>,
) -> PrintedParts {
    let pages = Rc::new(Pages {
        numbers: numbers(chapters),
        base: frame.context.base.clone(),
        origin: frame.origin.map(str::to_owned),
    });
    let (title_html, lead_html) = title;
    PrintedParts {
        site_title: frame.site.title.clone(),
        home_href: frame.context.base.as_str().to_owned(),
        title_html,
        lead_html,
        imprint: imprint(chapters, left_out, frame),
        guides: chapters.iter().map(|(_, guide)| printed_guide(guide, &pages, frame.context)).collect(),
    }
}

fn numbers(chapters: &[Chapter<'_>]) -> BTreeMap<Route, String> {
    let mut numbers = BTreeMap::new();
    for (chapter, guide) in chapters {
        numbers.insert(guide.landing.route.clone(), chapter.to_string());
        for (section, page) in (1..).zip(&guide.pages) {
            numbers.insert(page.route.clone(), format!("{chapter}.{section}"));
        }
    }
    numbers
}

fn printed_guide(guide: &Guide, pages: &Rc<Pages>, context: Context<'_>) -> PrintedGuide {
    PrintedGuide {
        slug: guide.slug.clone(),
        landing: printed_page(&guide.landing, 1, pages, context),
        pages: guide.pages.iter().map(|page| printed_page(page, 2, pages, context)).collect(),
    }
}

fn printed_page(page: &Page, titles: u8, pages: &Rc<Pages>, context: Context<'_>) -> PrintedPage {
    PrintedPage {
        id: page_id(&page.route),
        number: pages.numbers.get(&page.route).cloned().unwrap_or_default(),
        title_html: wording_html(&page.front.title),
        lead_html: wording_html(&page.front.description),
        editions: page.front.editions,
        status: status(page),
        article_html: article::render_collected(page, Collected::new(pages, &page.route, titles), context),
    }
}

/// What the title page says of the text: how far it can be trusted, where it comes from, and what it leaves out.
fn imprint(chapters: &[Chapter<'_>], left_out: Option<String>, frame: &Frame<'_>) -> Vec<PerEdition<String>> {
    let written: Vec<&Page> = chapters
        .iter()
        .flat_map(|(_, guide)| std::iter::once(&guide.landing).chain(&guide.pages))
        .filter(|page| page.front.status != Status::Generated)
        .collect();
    let reviewed = written.iter().filter(|page| matches!(page.front.status, Status::Reviewed { .. })).count();
    let review = match (reviewed, written.len()) {
        (0, all) => format!("{all} pages, drafted and not yet reviewed by a person."),
        (reviewed, all) => {
            format!("{all} pages, of which {reviewed} were reviewed by a person; the others are drafts.")
        }
    };
    let same = |text: String| PerEdition::from_fn(|_| text.clone());
    let site = frame.origin.map(|_| format!("Read it with links and search at {}", address(&Route::home(), frame)));
    let license = "Text and pictures: CC BY 4.0. An independent community project.".to_owned();
    [Some(checked(&written)), Some(same(review)), left_out.map(same), site.map(same), Some(same(license))]
        .into_iter()
        .flatten()
        .collect()
}

/// Says against which releases the pages were checked, and when the last of them was: no clock tells the day of the press.
fn checked(pages: &[&Page]) -> PerEdition<String> {
    let all = || pages.iter().filter_map(|page| page.front.checked.as_ref());
    let newest = all().map(|checked| checked.on).max().map(|day| format!(", last on {}", day.for_readers()));
    PerEdition::from_fn(|edition: Edition| {
        let releases: BTreeSet<&str> = all().filter_map(|checked| checked.release(edition)).collect();
        let releases: Vec<&str> = releases.into_iter().collect();
        match releases.as_slice() {
            [] => format!("Not yet checked against a release of {}.", edition.name()),
            some => format!(
                "Checked against {} {}{}.",
                edition.name(),
                some.join(", "),
                newest.as_deref().unwrap_or_default()
            ),
        }
    })
}

fn document(parts: PrintedParts, title: &str, canonical: &Route, frame: &Frame<'_>) -> String {
    let head = head(title, canonical, frame);
    let body = Owner::new().with(|| view! { <Printed parts/> }.to_html());
    document::with_policy(&format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{head}\n</head>\n<body>{body}</body>\n</html>\n"
    ))
}

fn head(title: &str, canonical: &Route, frame: &Frame<'_>) -> String {
    let mut html = Html::default();
    html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    document::files(&mut html, frame);
    html.void("link", &[("rel", "stylesheet"), ("href", &frame.context.base.file(&frame.styles.printed))]);
    html.element("title", &[], &format!("{title} · {}", frame.site.title));
    html.void("meta", &[("name", "robots"), ("content", "noindex")]);
    if frame.origin.is_some() {
        html.void("link", &[("rel", "canonical"), ("href", &address(canonical, frame))]);
    }
    document::head_script() + &html.finish()
}

/// Returns the style sheet that puts number and title of each guide on its sheets: a name of its own for the pages of each.
#[must_use]
pub(super) fn running_heads(manual: &Manual) -> String {
    let mut heads = PerEdition::from_fn(|_| String::new());
    let mut pages = String::new();
    for (number, guide) in chapters(manual) {
        for edition in Edition::ALL {
            let text = css_string(&format!("{number}\u{2002}{}", guide.title.text(edition)));
            let _ = write!(heads.get_mut(edition), "--guide-{number}: {text}; ");
        }
        let _ = write!(
            pages,
            "@page guide-{number} {{ @top-left {{ content: var(--guide-{number}); }} }}\n\
             .printed__guide[data-guide=\"{}\"] {{ page: guide-{number}; }}\n",
            guide.slug
        );
    }
    let PerEdition { open_source, mage_os } = heads;
    format!(
        "@layer print {{\n@media print {{\nhtml {{ {open_source}}}\n\
         html:is([data-edition=\"mage-os\"], :not([data-edition]):has(#edition-mage-os:checked)) {{ {mage_os}}}\n{pages}}}\n}}\n"
    )
}

fn css_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_its_string_in_a_style_sheet() {
        assert_eq!(css_string("6 \"a\\b\""), "\"6 \\\"a\\\\b\\\"\"");
    }
}
