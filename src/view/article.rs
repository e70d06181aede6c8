//! The text of the page, and the list or cards below it.

use leptos::prelude::*;

use super::model::PageKind;
use super::shell::Shell;

/// The article.
///
/// Its markup comes from the press. While hydrating it is empty, which leaves the served text in place; on in-app
/// navigation the pack's text replaces it.
#[component]
pub(super) fn Article() -> impl IntoView {
    let shell = Shell::expect();
    let hidden = move || shell.page.with(|page| page.kind == PageKind::NotFound);
    view! {
        <article class="article" hidden=hidden inner_html=move || shell.page.with(|page| page.article_html.clone())></article>
        <div class="listing" inner_html=move || shell.page.with(|page| page.listing_html.clone())></div>
    }
}
