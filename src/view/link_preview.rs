//! The card that says what stands behind a link.

use leptos::prelude::*;

/// A popover that the press writes below the app's own markup; `browser::previews` fills it. It repeats what the reader gets
/// by following the link, so it is hidden from screen readers.
#[component]
pub fn LinkPreview() -> impl IntoView {
    view! {
        <div class="fact-card link-preview" popover="manual" aria-hidden="true">
            <strong class="fact-card__title"></strong>
            <span class="fact-card__line"></span>
        </div>
    }
}
