//! The site's own mark: one book, two pages, the one being read in its colour.

use leptos::prelude::*;

/// The name of the site, which leads home.
#[component]
pub(super) fn Wordmark(
    /// The name of the site.
    title: String,
    /// The path of the home page.
    home_href: String,
) -> impl IntoView {
    view! {
        <a class="wordmark" href=home_href>
            <svg class="wordmark__mark" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
                <path class="wordmark__page" data-edition="open-source" d="M2 2.5 Q9.5 1.5 14.5 5 V22 Q9.5 18.5 2 19.5 Z"></path>
                <path class="wordmark__lines" data-edition="open-source" d="M5.5 7.2q3-.2 5.5 1.1M5.5 11.2q3-.2 5.5 1.1"></path>
                <path class="wordmark__page" data-edition="mage-os" d="M30 2.5 Q22.5 1.5 17.5 5 V22 Q22.5 18.5 30 19.5 Z"></path>
                <path class="wordmark__lines" data-edition="mage-os" d="M26.5 7.2q-3-.2-5.5 1.1M26.5 11.2q-3-.2-5.5 1.1"></path>
            </svg>
            <span class="wordmark__name">{title}</span>
        </a>
    }
}
