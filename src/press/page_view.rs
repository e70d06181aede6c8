//! Pages of the manual as their readers see them.

use leptos::prelude::*;

use crate::content::date::Date;
use crate::content::front_matter::{CheckedAgainst, Status};
use crate::content::manual::{Guide, Page};
use crate::content::section::sections;
use crate::content::text;
use crate::content::wording::Wording;
use crate::edition::{Edition, EditionSet, PerEdition};
use crate::press::article::{self, Context, Html};
use crate::press::{comparison, printed};
use crate::route::{self, Route};
use crate::view::model::{ContentsEntry, FeedbackView, LinkView, PageKind, PageParts, PageView, StatusView};
use crate::view::{OfflineManual, Page as ViewedPage};

/// The page that says how to improve a page.
const CONTRIBUTE: &str = "/community/contribute/";

/// Returns the markup of a wording.
#[must_use]
pub(super) fn wording_html(wording: &Wording) -> String {
    let mut html = Html::default();
    article::wording(&mut html, wording);
    html.finish()
}

/// Returns every page of the manual in reading order.
#[must_use]
pub(super) fn all(context: Context<'_>) -> Vec<PageParts> {
    let manual = context.manual;
    let mut views = vec![home(context)];
    for guide in &manual.guides {
        views.push(guide_page(guide, context));
        views.extend(guide.pages.iter().map(|page| text_page(page, Some(guide), context)));
    }
    link_neighbours(&mut views, context);
    views
}

/// Returns one page of the manual, as [`all`] has it.
pub(super) fn one(context: Context<'_>, route: &Route) -> Option<PageParts> {
    let pages: Vec<&Page> = context.manual.pages().collect();
    let at = pages.iter().position(|page| page.route == *route)?;
    let link = |page: &&Page| LinkView { href: context.base.page(&page.route), html: wording_html(&page.front.title) };
    let guide = context.manual.guides.iter().find(|guide| Some(&*guide.slug) == route.guide());
    Some(match guide {
        None => home(context),
        Some(guide) => PageParts {
            previous: pages.get(at - 1).filter(|_| at > 1).map(link),
            next: pages.get(at + 1).map(link),
            ..if guide.landing.route == *route {
                guide_page(guide, context)
            } else {
                text_page(pages[at], Some(guide), context)
            }
        },
    })
}

fn home(context: Context<'_>) -> PageParts {
    let page = &context.manual.home;
    PageParts { kind: PageKind::Home, listing_html: guide_cards(context), ..text_page(page, None, context) }
}

fn guide_page(guide: &Guide, context: Context<'_>) -> PageParts {
    let listing_html = page_list(guide, context);
    PageParts { kind: PageKind::Guide, listing_html, ..text_page(&guide.landing, None, context) }
}

fn text_page(page: &Page, guide: Option<&Guide>, context: Context<'_>) -> PageParts {
    let home = LinkView { href: context.base.page(&Route::home()), html: "Home".to_owned() };
    let above = guide.map(|guide| link(&guide.landing.route, &guide.title, context));
    let parent = page.route.parent().and_then(|parent| guide?.pages.iter().find(|page| page.route == parent));
    let parent = parent.map(|parent| link(&parent.route, &parent.front.title, context));
    let is_home = page.route == Route::home();
    PageParts {
        route: page.route.clone(),
        kind: PageKind::Article,
        title: page.front.title.texts(),
        title_html: wording_html(&page.front.title),
        lead_html: wording_html(&page.front.description),
        editions: page.front.editions,
        nearest: nearest(page, context),
        breadcrumbs: if is_home { Vec::new() } else { std::iter::once(home).chain(above).chain(parent).collect() },
        contents: contents(page, context),
        previous: None,
        next: None,
        status: status(page),
        changed: context.manual.changes.of(page).map(Date::for_readers),
        reading_minutes: reading_minutes(page),
        differences: article::count_differences(page),
        edit: edit_link(page, context),
        feedback: feedback(page, context),
        markdown: markdown(page, context),
        article_html: article::render(page, context),
        listing_html: String::new(),
    }
}

/// Returns the page that a host shows for an address without one.
#[must_use]
pub(super) fn not_found(context: Context<'_>) -> PageParts {
    let title = "There is no page at this address";
    let lead = "It may have moved, or the link has a slip of the pen. The guides below hold everything.";
    PageParts {
        kind: PageKind::NotFound,
        title: PerEdition::from_fn(|_| title.to_owned()),
        title_html: title.to_owned(),
        lead_html: lead.to_owned(),
        editions: EditionSet::BOTH,
        nearest: None,
        breadcrumbs: vec![LinkView { href: context.base.page(&Route::home()), html: "Home".to_owned() }],
        contents: Vec::new(),
        status: StatusView::None,
        changed: None,
        reading_minutes: None,
        differences: 0,
        edit: None,
        feedback: None,
        markdown: Vec::new(),
        article_html: String::new(),
        listing_html: format!("{GUESSES}{}", guide_cards(context)),
        ..home(context)
    }
}

/// The place where the app offers the pages nearest to the address.
const GUESSES: &str = "<section class=\"guesses\" data-guesses hidden><h2 class=\"guesses__heading\">The nearest pages\
                       </h2><ul class=\"guesses__pages\" role=\"list\"></ul></section>";

/// Returns the page that is nothing but the search, for bookmarks and for links from elsewhere: `/search/?q=refund`.
#[must_use]
pub(super) fn search(context: Context<'_>) -> PageParts {
    let lead = "Type what you want to do, a setting, its path or a command. Or choose a guide.";
    let page = own_page(context, route::SEARCH, "Search the manual", lead, guide_cards(context));
    PageParts { kind: PageKind::Search, ..page }
}

/// Returns the page that lists every page that differs between the editions, and how.
#[must_use]
pub(super) fn compare(context: Context<'_>) -> PageParts {
    let lead =
        "Every page that differs between Magento Open Source and Mage-OS, and how. Select a place to read it there.";
    own_page(context, route::COMPARE, "Compare the editions", lead, comparison::list(context))
}

/// Returns the page that says what can be read without a network; the service worker shows it for what cannot.
#[must_use]
pub(super) fn offline(context: Context<'_>) -> PageParts {
    let lead = "Pages that you have opened stay on this device and read without a network. So can the whole manual.";
    let listing = Owner::new().with(|| view! { <OfflineManual/> }.to_html());
    own_page(context, route::OFFLINE, "Read offline", lead, listing)
}

/// Returns a page of the site itself, which no file of the manual holds.
fn own_page(context: Context<'_>, part: &str, title: &str, lead: &str, listing_html: String) -> PageParts {
    PageParts {
        route: Route::parse(&format!("/{part}/")).expect("the word can be a route"),
        kind: PageKind::Article,
        title: PerEdition::from_fn(|_| title.to_owned()),
        title_html: title.to_owned(),
        lead_html: lead.to_owned(),
        listing_html,
        ..not_found(context)
    }
}

/// Renders the parts of a page to what the app needs of it.
#[must_use]
pub(crate) fn render(parts: PageParts) -> PageView {
    let (route, kind, title) = (parts.route.clone(), parts.kind, parts.title.clone());
    let html = Owner::new().with(|| view! { <ViewedPage parts/> }.to_html());
    PageView { route, kind, title, html }
}

fn link(route: &Route, title: &Wording, context: Context<'_>) -> LinkView {
    LinkView { href: context.base.page(route), html: wording_html(title) }
}

fn nearest(page: &Page, context: Context<'_>) -> Option<LinkView> {
    let target = context.manual.page(&page.front.nearest.as_ref()?.route)?;
    Some(link(&target.route, &target.front.title, context))
}

/// Returns the files of a page's Markdown.
fn markdown(page: &Page, context: Context<'_>) -> Vec<(Edition, String)> {
    let editions = page.front.editions.iter();
    editions.map(|edition| (edition, context.base.file(&page.route.markdown_file(edition)))).collect()
}

/// Returns where a page can be edited; while the sources have no public address, where readers learn how to help.
fn edit_link(page: &Page, context: Context<'_>) -> Option<LinkView> {
    if let Some(address) = &context.manual.site.edit_address {
        return Some(LinkView { href: address.of_file(&page.file.path), html: "Edit this page".to_owned() });
    }
    let contribute = Route::parse(CONTRIBUTE).ok()?;
    let exists = context.manual.page(&contribute).is_some();
    exists.then(|| LinkView { href: context.base.page(&contribute), html: "Improve this page".to_owned() })
}

/// Returns where readers say whether a page has helped; a page that nobody wrote is not asked about.
fn feedback(page: &Page, context: Context<'_>) -> Option<FeedbackView> {
    let address = context.manual.site.feedback_address.as_ref()?;
    let (route, file) = (&page.route, &page.file.path);
    let filled = |opinion: &str, question: &str| {
        address.filled(&format!("{opinion}: {route}"), &format!("Page: {route} ({file})\nEdition: \n\n{question}\n"))
    };
    (page.front.status != Status::Generated).then(|| FeedbackView {
        helped: filled("Helpful", "What helped most?"),
        missed: filled("Not helpful", "What did you look for, and what did you find instead?"),
    })
}

/// How many words a minute has: what adults read of a text that instructs, Brysbaert 2019, rounded down for the steps that
/// are done on the way.
const WORDS_A_MINUTE: usize = 200;

/// Returns how long the longer of the two texts takes, rounded up.
fn reading_minutes(page: &Page) -> Option<usize> {
    let words = |edition| text::of_blocks(&page.blocks, edition).split_whitespace().count();
    let longest = Edition::ALL.into_iter().map(words).max().filter(|_| page.front.status != Status::Generated)?;
    Some(longest.div_ceil(WORDS_A_MINUTE).max(1))
}

/// Returns whether a person has reviewed a page.
pub(super) fn status(page: &Page) -> StatusView {
    let checked = page.front.checked.as_ref().map(|checked| releases(checked, page.front.editions));
    match &page.front.status {
        Status::Generated => StatusView::None,
        Status::Drafted => StatusView::Drafted { checked },
        Status::Reviewed { by, on } => StatusView::Reviewed { by: by.clone(), on: on.for_readers(), checked },
    }
}

/// Returns the releases that a page was checked against; a page for one edition says the same to both readers.
fn releases(checked: &CheckedAgainst, editions: EditionSet) -> PerEdition<String> {
    PerEdition::from_fn(|edition| {
        let edition = editions.single().unwrap_or(edition);
        let release = checked.release(edition).or_else(|| checked.release(edition.other())).unwrap_or("no release yet");
        format!("{release} on {}", checked.on.for_readers())
    })
}

/// Headings of level 2 with those of level 3 below them; deeper ones are not listed.
fn contents(page: &Page, context: Context<'_>) -> Vec<ContentsEntry> {
    let mut entries: Vec<ContentsEntry> = Vec::new();
    for section in sections(&page.blocks, page.front.editions) {
        let Some(heading) = section.heading else { continue };
        let mut html = Html::default();
        article::inlines(&mut html, &without_links(&heading.content), context);
        let shared = section.editions == page.front.editions;
        let editions = if shared { EditionSet::BOTH } else { section.editions };
        let entry =
            ContentsEntry { anchor: heading.anchor.clone(), html: html.finish(), editions, children: Vec::new() };
        match (heading.level, entries.last_mut()) {
            (2, _) | (3, None) => entries.push(entry),
            (3, Some(above)) => above.children.push(entry),
            _ => {}
        }
    }
    entries
}

/// A heading's words without links, which cannot stand inside the contents' own links.
fn without_links(content: &[crate::content::model::Inline]) -> Vec<crate::content::model::Inline> {
    use crate::content::model::Inline;
    content
        .iter()
        .flat_map(|inline| match inline {
            Inline::Link(link) => without_links(&link.content),
            Inline::FootnoteMark(_) => Vec::new(),
            Inline::Emphasis(inner) => vec![Inline::Emphasis(without_links(inner))],
            Inline::Strong(inner) => vec![Inline::Strong(without_links(inner))],
            Inline::Strikethrough(inner) => vec![Inline::Strikethrough(without_links(inner))],
            Inline::Either(sides) => {
                vec![Inline::Either(PerEdition::from_fn(|edition| without_links(sides.get(edition))))]
            }
            other => vec![other.clone()],
        })
        .collect()
}

/// Sets previous and next within the whole manual: the last page of a guide leads to the next guide.
fn link_neighbours(views: &mut [PageParts], context: Context<'_>) {
    let links: Vec<LinkView> = views
        .iter()
        .map(|view| LinkView { href: context.base.page(&view.route), html: view.title_html.clone() })
        .collect();
    for i in 1..views.len() {
        views[i].previous = (i > 1).then(|| links[i - 1].clone());
        views[i].next = links.get(i + 1).cloned();
    }
}

fn guide_cards(context: Context<'_>) -> String {
    let mut html = Html::default();
    html.open("section", &[("class", "home__section"), ("aria-labelledby", "guides")]);
    html.element("h2", &[("class", "home__heading"), ("id", "guides")], "All guides");
    html.open("ul", &[("class", "guide-cards"), ("role", "list")]);
    for guide in &context.manual.guides {
        let count = guide.pages.len();
        let count = format!("{count} page{}", if count == 1 { "" } else { "s" });
        html.open("li", &[]);
        html.open("a", &[("class", "guide-cards__link"), ("href", &context.base.page(&guide.landing.route))]);
        html.open("span", &[("class", "guide-cards__head")]).open("span", &[("class", "guide-cards__title")]);
        article::wording(&mut html, &guide.title);
        html.close().text(" ").element("span", &[("class", "guide-cards__count")], &count).close();
        html.open("span", &[("class", "guide-cards__text")]);
        article::wording(&mut html, &guide.summary);
        html.close().close().close();
    }
    html.finish()
}

fn page_list(guide: &Guide, context: Context<'_>) -> String {
    let mut html = Html::default();
    html.open("ol", &[("class", "page-list"), ("role", "list")]);
    for page in guide.pages.iter().filter(|page| page.route.parent().is_none()) {
        html.open("li", &[]);
        html.open("a", &[("class", "page-list__link"), ("href", &context.base.page(&page.route))]);
        html.open("span", &[("class", "page-list__head")]).open("span", &[("class", "page-list__title")]);
        article::wording(&mut html, &page.front.title);
        html.close();
        if let Some(edition) = page.front.editions.single() {
            html.text(" ");
            edition_badge(&mut html, edition);
        }
        html.close().open("span", &[("class", "page-list__text")]);
        article::wording(&mut html, &page.front.description);
        html.close().close().close();
    }
    html.close();
    if let Some(print) = printed::guide_route(guide) {
        html.open("p", &[("class", "page-list__print")]);
        html.element("a", &[("class", "button"), ("href", &context.base.page(&print))], "Print this guide").close();
    }
    html.finish()
}

/// Writes the badge of a page for one edition.
pub(super) fn edition_badge(html: &mut Html, edition: Edition) {
    let text = format!("{} only", edition.name());
    html.open("span", &[("class", "edition-badge"), ("data-edition", edition.id())])
        .element("span", &[], &text)
        .close();
}
