//! The pages before and after.

use leptos::prelude::*;

use super::model::LinkView;
use super::shell::Shell;

/// Previous and next, in the order in which the guide is read.
#[component]
pub(super) fn Pager() -> impl IntoView {
    let shell = Shell::expect();
    move || {
        let page = shell.page.get();
        (page.previous.is_some() || page.next.is_some()).then(|| {
            view! {
                <nav class="pager" aria-label="Previous and next page">
                    {page.previous.clone().map(|link| card(link, "prev", "Previous"))}
                    {page.next.clone().map(|link| card(link, "next", "Next"))}
                </nav>
            }
        })
    }
}

fn card(link: LinkView, rel: &'static str, direction: &'static str) -> impl IntoView {
    view! {
        <a class="pager__link" href=link.href rel=rel>
            <span class="pager__direction">{direction}</span>
            <span class="pager__title" inner_html=link.html></span>
        </a>
    }
}
