//! A guide, or the whole manual, as one document for paper.

use leptos::prelude::*;

use super::edition_switch::EditionSwitch;
use super::model::StatusView;
use super::page_status::PageStatus;
use super::theme_switch::ThemeSwitch;
use super::wordmark::Wordmark;
use crate::edition::{Edition, EditionSet, PerEdition};

/// The document as data, made by the press.
#[derive(Debug, Clone)]
pub struct PrintedParts {
    /// The name of the site.
    pub site_title: String,
    /// The path of the home page.
    pub home_href: String,
    /// The title.
    pub title_html: String,
    /// The sentence below it.
    pub lead_html: String,
    /// What the title page says of the text, a line each, as each edition reads it.
    pub imprint: Vec<PerEdition<String>>,
    /// The guides in order.
    pub guides: Vec<PrintedGuide>,
}

/// A guide in such a document: a chapter.
#[derive(Debug, Clone)]
pub struct PrintedGuide {
    /// The folder's name, which chooses the running head.
    pub slug: String,
    /// Its own page.
    pub landing: PrintedPage,
    /// Its pages in order.
    pub pages: Vec<PrintedPage>,
}

/// A page in such a document.
#[derive(Debug, Clone)]
pub struct PrintedPage {
    /// The element's id.
    pub id: String,
    /// The number by which other pages name it: `6.2`.
    pub number: String,
    /// The title.
    pub title_html: String,
    /// The sentence below it.
    pub lead_html: String,
    /// For whom the page exists.
    pub editions: EditionSet,
    /// Whether a person has reviewed it.
    pub status: StatusView,
    /// Its text.
    pub article_html: String,
}

/// The controls, which stay on the screen, and the document.
#[component]
pub fn Printed(
    /// What it shows.
    parts: PrintedParts,
) -> impl IntoView {
    let contents = contents(&parts.guides);
    let imprint = parts.imprint.into_iter().map(|line| view! { <p>{sides(&line)}</p> }).collect_view();
    let editions = PerEdition::from_fn(|edition: Edition| format!("for {}", edition.name()));
    view! {
        <header class="printed-bar">
            <EditionSwitch id="edition"/>
            <ThemeSwitch/>
            <button class="button" data-kind="solid" type="button" data-action="print">"Print"</button>
        </header>
        <main class="printed" id="main">
            <header class="printed__cover">
                <Wordmark title=parts.site_title home_href=parts.home_href/>
                <h1 class="printed__title" inner_html=parts.title_html></h1>
                <p class="printed__lead" inner_html=parts.lead_html></p>
                <p class="printed__edition">{sides(&editions)}</p>
                <div class="printed__imprint">{imprint}</div>
            </header>
            {contents}
            {parts.guides.into_iter().map(guide).collect_view()}
        </main>
    }
}

/// Shows each edition its own text, and both the same where it is.
fn sides(texts: &PerEdition<String>) -> AnyView {
    if texts.is_same() {
        return view! { <span>{texts.open_source.clone()}</span> }.into_any();
    }
    let side = |(edition, text): (Edition, &String)| view! { <span data-only=edition.id()>{text.clone()}</span> };
    texts.iter().map(side).collect_view().into_any()
}

/// Names every page by its number: paper has no links, and a browser tells nobody on which sheet a page will be.
fn contents(guides: &[PrintedGuide]) -> impl IntoView + use<> {
    let entry = |page: &PrintedPage| {
        let badge = badge(page.editions);
        view! {
            <a class="printed__entry" href=format!("#{}", page.id)>
                <span class="printed__number">{page.number.clone()}</span>
                <span inner_html=page.title_html.clone()></span>
                {badge}
            </a>
        }
    };
    let chapter = |guide: &PrintedGuide| {
        let pages = guide.pages.iter().map(|page| view! { <li>{entry(page)}</li> }).collect_view();
        view! { <li class="printed__chapter">{entry(&guide.landing)} <ol role="list">{pages}</ol></li> }
    };
    view! {
        <nav class="printed__contents" aria-labelledby="contents">
            <h2 class="printed__heading" id="contents">"Contents"</h2>
            <ol role="list">{guides.iter().map(chapter).collect_view()}</ol>
        </nav>
    }
}

fn badge(editions: EditionSet) -> Option<impl IntoView> {
    let edition = editions.single()?;
    Some(view! { <span class="edition-badge" data-edition=edition.id()>{format!("{} only", edition.name())}</span> })
}

fn guide(guide: PrintedGuide) -> impl IntoView {
    let landing = guide.landing;
    view! {
        <section class="printed__guide" id=landing.id data-guide=guide.slug>
            <header class="printed__opening">
                <p class="printed__chapter-number" aria-hidden="true">{landing.number}</p>
                <h2 class="printed__guide-title" inner_html=landing.title_html></h2>
                <p class="printed__lead" inner_html=landing.lead_html></p>
            </header>
            {article(landing.article_html)}
            {guide.pages.into_iter().map(page).collect_view()}
        </section>
    }
}

fn page(page: PrintedPage) -> impl IntoView {
    let badge = badge(page.editions);
    view! {
        <section class="printed__page" id=page.id>
            <header class="printed__page-header">
                <h3 class="printed__page-title">
                    <span class="printed__number">{page.number}</span>
                    " "
                    <span inner_html=page.title_html></span>
                </h3>
                <p class="printed__page-lead" inner_html=page.lead_html></p>
                <div class="printed__status"><PageStatus status=page.status changed=None/> {badge}</div>
            </header>
            {article(page.article_html)}
        </section>
    }
}

fn article(html: String) -> Option<impl IntoView> {
    (!html.is_empty()).then(|| view! { <article class="article" inner_html=html></article> })
}
