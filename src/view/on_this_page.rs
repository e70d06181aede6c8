//! The headings of the page.

use leptos::prelude::*;

use super::model::ContentsEntry;
use crate::edition::Edition;

/// "On this page": a column on wide screens, folded above the text on narrow ones; headings that the reader's edition
/// does not have are not listed.
#[component]
pub(super) fn OnThisPage(
    /// The headings; none, no list.
    contents: Vec<ContentsEntry>,
) -> impl IntoView {
    (!contents.is_empty()).then(|| {
        view! {
            <nav class="on-this-page" aria-label="On this page">
                <details class="on-this-page__fold">
                    <summary class="on-this-page__title">"On this page"</summary>
                    {view_list(contents)}
                </details>
            </nav>
        }
    })
}

fn view_list(entries: Vec<ContentsEntry>) -> AnyView {
    let items = entries
        .into_iter()
        .map(|entry| {
            let only = entry.editions.single().map(Edition::id);
            let href = format!("#{}", entry.anchor);
            let children = (!entry.children.is_empty()).then(|| view_list(entry.children));
            view! {
                <li data-only=only>
                    <a class="on-this-page__link" href=href inner_html=entry.html></a>
                    {children}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="on-this-page__list">{items}</ol> }.into_any()
}
