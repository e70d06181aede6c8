//! The head of the home page.

use leptos::prelude::*;

use super::edition_choice::EditionChoice;
use super::search_trigger::LargeSearchTrigger;

/// The promise, and the choice of edition.
#[component]
pub(super) fn HomeHero(
    /// The promise.
    title_html: String,
    /// What it means, in a sentence.
    lead_html: String,
) -> impl IntoView {
    view! {
        <section class="home__hero" aria-labelledby="promise">
            <h1 class="home__promise" id="promise" inner_html=title_html></h1>
            <p class="home__lead" inner_html=lead_html></p>
            <EditionChoice/>
            <LargeSearchTrigger/>
        </section>
    }
}
