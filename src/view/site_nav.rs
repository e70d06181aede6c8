//! The guides and their pages.

use leptos::prelude::*;

/// The sidebar, or the drawer on phones.
///
/// Its markup comes from the press and is never rebuilt, so that open guides and the scroll position stay as the reader
/// left them, and hydration costs nothing however many pages there are. The browser moves the mark of the current page.
#[component]
pub(super) fn SiteNav(
    /// The markup of the guides; empty while hydrating.
    nav_html: String,
) -> impl IntoView {
    // The column is as long as the page: a sidebar that sticks in the grid itself would run on over the footer.
    view! {
        <div class="site-nav-column">
            <nav class="site-nav" id="site-nav" aria-label="Guides" inner_html=nav_html></nav>
        </div>
    }
}
