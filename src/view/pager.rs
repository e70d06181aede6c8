//! The pages before and after.

use leptos::prelude::*;

use super::model::LinkView;

/// Previous and next, in the order in which the manual is read.
#[component]
pub(super) fn Pager(
    /// The page before.
    previous: Option<LinkView>,
    /// The page after.
    next: Option<LinkView>,
) -> impl IntoView {
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label="Previous and next page">
                {previous.map(|link| card(link, "prev", "Previous"))}
                {next.map(|link| card(link, "next", "Next"))}
            </nav>
        }
    })
}

fn card(link: LinkView, rel: &'static str, direction: &'static str) -> impl IntoView {
    view! {
        <a class="pager__link" href=link.href rel=rel>
            <span class="pager__direction">{direction}</span>
            <span class="pager__title" inner_html=link.html></span>
        </a>
    }
}
