//! The title of the page, with the edition beside it.

use leptos::prelude::*;

use super::icon::{Icon, OUTSIDE};
use super::model::{PageKind, PageParts, StatusView};
use super::page_status::PageStatus;
use crate::edition::{Edition, EditionSet};

/// Title, lead, edition, differences and status.
///
/// What can be done with the page stands below its text: on a phone five links would push the answer off the screen.
#[component]
pub(super) fn PageHeader(
    /// What the page shows.
    parts: PageParts,
) -> impl IntoView {
    let is_article = parts.kind == PageKind::Article;
    let has_screens = parts.article_html.contains(" data-screen=");
    let your_shop = has_screens.then(|| {
        view! {
            <button class="page-header__your-shop" type="button" data-action="your-shop">
                <Icon class="page-header__icon" path=OUTSIDE/>
                "Link to your own Admin"
            </button>
        }
    });
    let compares = is_article && (parts.differences > 0 || parts.article_html.contains("screenshot__slider"));
    let has_actions = parts.status != StatusView::None || parts.reading_minutes.is_some() || has_screens;
    let actions = (is_article && has_actions).then(|| {
        let minutes = parts.reading_minutes.map(|minutes| view! { <p>{format!("{minutes} min read")}</p> });
        view! {
            <div class="page-header__actions">
                <PageStatus status=parts.status changed=parts.changed/>
                {minutes}
                {your_shop}
            </div>
        }
    });
    // A page for one edition keeps that edition's colour, whoever reads it.
    let only = parts.editions.single().map(Edition::id);
    view! {
        <header class="page-header">
            <h1 class="page-header__title" inner_html=parts.title_html></h1>
            <p class="page-header__lead" inner_html=parts.lead_html></p>
            <div class="page-header__row">
                <p class="page-header__edition" data-edition=only>{edition_chip(parts.editions)}</p>
                {is_article.then(|| differences(parts.differences))}
                {compares.then(compare)}
            </div>
            {actions}
        </header>
    }
}

/// The edition of the text: of the reader where both exist, of the page where it is about one only.
fn edition_chip(editions: EditionSet) -> AnyView {
    match editions.single() {
        Some(edition) => view! { <span>{format!("{} only", edition.name())}</span> }.into_any(),
        None => Edition::ALL
            .into_iter()
            .map(|edition| view! { <span data-only=edition.id()>{format!("for {}", edition.name())}</span> })
            .collect_view()
            .into_any(),
    }
}

/// A comparison is the state of this box: the style sheet asks for it, and no script is needed.
fn compare() -> impl IntoView {
    view! {
        <label class="page-header__compare"><input type="checkbox" id="compare-editions" autocomplete="off"/> "Show both editions"</label>
    }
}

fn differences(count: usize) -> Option<impl IntoView> {
    let things = if count == 1 { "1 thing differs in ".to_owned() } else { format!("{count} things differ in ") };
    (count > 0).then(|| {
        let others = Edition::ALL
            .into_iter()
            .map(|edition| view! { <span data-only=edition.id()>{edition.other().name()}</span> })
            .collect_view();
        view! {
            <p class="page-header__differences">
                <button class="page-header__differences-button" type="button" data-action="next-difference">
                    {things} {others}
                </button>
            </p>
        }
    })
}
