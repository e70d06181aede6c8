//! The way from the home page.

use leptos::prelude::*;

use super::shell::Shell;

/// The guides above the page at hand.
#[component]
pub(super) fn Breadcrumbs() -> impl IntoView {
    let shell = Shell::expect();
    let items = move || {
        let page = shell.page.get();
        page.breadcrumbs
            .iter()
            .map(|link| {
                view! {
                    <li class="breadcrumbs__item">
                        <a class="breadcrumbs__link" href=link.href.clone() inner_html=link.html.clone()></a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <nav class="breadcrumbs" aria-label="Breadcrumbs">
            <ol class="breadcrumbs__list">{items}</ol>
        </nav>
    }
}
