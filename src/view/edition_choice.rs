//! The large choice of edition on the home page.

use leptos::prelude::*;

use crate::edition::Edition;

/// Two cards that are labels of the switch's radios: they work before and without script.
#[component]
pub(super) fn EditionChoice() -> impl IntoView {
    let card = |edition: Edition, text: &'static str| {
        view! {
            <label class="edition-choice__page" for=format!("edition-{}", edition.id()) data-edition=edition.id()>
                <span class="edition-choice__dot" aria-hidden="true"></span>
                <span class="edition-choice__name">{edition.name()}</span>
                <span class="edition-choice__text">{text}</span>
            </label>
        }
    };
    view! {
        <div class="edition-choice">
            {card(Edition::OpenSource, "The free edition, made by Adobe.")}
            {card(Edition::MageOs, "The community’s drop-in fork, with a few tools more.")}
        </div>
    }
}
