//! The button that opens search and looks like the field it opens.

use leptos::prelude::*;

use super::icon::{GLASS, Icon};

/// The header's trigger; the style sheet hides it until the app runs, for without it nothing would answer.
#[component]
pub(super) fn SearchTrigger() -> impl IntoView {
    view! {
        <button class="search-trigger" type="button" data-action="open-search" aria-haspopup="dialog">
            <Icon class="search-trigger__icon" path=GLASS/>
            <span class="search-trigger__label">"Search"</span>
            <kbd class="search-trigger__key" aria-hidden="true">"/"</kbd>
        </button>
    }
}

/// The large trigger inside a page, which the press renders. It keeps its place while the app loads, so that nothing
/// moves when it appears; without script it is gone.
#[component]
pub(super) fn LargeSearchTrigger() -> impl IntoView {
    view! {
        <button class="search-trigger" type="button" data-size="large" data-action="open-search" aria-haspopup="dialog">
            <Icon class="search-trigger__icon" path=GLASS/>
            <span class="search-trigger__label">"Search the manual"</span>
            <kbd class="search-trigger__key" aria-hidden="true">"/"</kbd>
        </button>
    }
}
