//! The whole body of a document.

use leptos::prelude::*;

use super::edition_question::EditionQuestion;
use super::fixed::FixedMarkup;
use super::model::PageKind;
use super::shell::Shell;
use super::site_footer::SiteFooter;
use super::site_header::SiteHeader;
use super::site_nav::SiteNav;

/// Everything inside `<body>`: rendered to text by the press, hydrated by the app.
///
/// The page itself is markup that the press made with [`Page`](super::Page). While hydrating it is empty, which leaves the
/// served text in place; on in-app navigation the pack's markup replaces it. So the app's size and the cost of hydration are
/// the same for every page, however long.
#[component]
pub fn App(
    /// The state; provided to all components below.
    shell: Shell,
    /// The parts that never change; empty in the browser, where they are in the document already.
    fixed: FixedMarkup,
) -> impl IntoView {
    provide_context(shell);
    let class = move || shell.page.with(|page| if page.kind == PageKind::Home { "page home" } else { "page" });
    view! {
        <a class="skip-link" href="#main">"Skip to the text"</a>
        <SiteHeader header_html=fixed.header/>
        <EditionQuestion question_html=fixed.question/>
        <SiteNav nav_html=fixed.nav/>
        <main class=class id="main" tabindex="-1" inner_html=move || shell.page.with(|page| page.html.clone())></main>
        <SiteFooter footer_html=fixed.footer/>
        <p class="visually-hidden" role="status" id="announcer">{move || shell.announcement.get()}</p>
    }
}
