//! The head of the home page.

use leptos::prelude::*;

use super::edition_choice::EditionChoice;
use super::shell::Shell;

/// The promise, and the choice of edition.
#[component]
pub(super) fn HomeHero() -> impl IntoView {
    let shell = Shell::expect();
    view! {
        <section class="home__hero" aria-labelledby="promise">
            <h1 class="home__promise" id="promise" inner_html=move || shell.page.with(|page| page.title_html.clone())></h1>
            <p class="home__lead" inner_html=move || shell.page.with(|page| page.lead_html.clone())></p>
            <EditionChoice/>
        </section>
    }
}
