//! The way from the home page.

use leptos::prelude::*;

use super::model::LinkView;

/// The pages above the one at hand.
#[component]
pub(super) fn Breadcrumbs(
    /// From the home page downwards.
    links: Vec<LinkView>,
) -> impl IntoView {
    let items = links
        .into_iter()
        .map(|link| {
            view! {
                <li class="breadcrumbs__item">
                    <a class="breadcrumbs__link" href=link.href inner_html=link.html></a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol class="breadcrumbs__list">{items}</ol>
        </nav>
    }
}
