//! The question of the first visit.

use leptos::prelude::*;

use super::icon::{CROSS, Icon};
use super::model::PageKind;
use super::shell::Shell;
use crate::edition::Edition;

/// Asks once which edition the reader runs; it covers nothing that is being read and never comes back when dismissed.
#[component]
pub(super) fn EditionQuestion() -> impl IntoView {
    let shell = Shell::expect();
    // The home page asks the same in its own large way.
    let is_hidden = move || !shell.question_open.get() || shell.page.with(|page| page.kind == PageKind::Home);
    let answer = move |edition: Edition| {
        view! {
            <button class="button" type="button" data-edition=edition.id()
                on:click=move |_| shell.actions.choose_edition.run(edition)>
                {edition.name()}
            </button>
        }
    };
    view! {
        <section class="edition-question" aria-labelledby="edition-question-title" hidden=is_hidden>
            <div>
                <h2 class="edition-question__title" id="edition-question-title">"Which one do you run?"</h2>
                <p>
                    "Names, pictures and steps follow your answer. "
                    <a class="edition-question__help" href=shell.href("start/which-edition/#find-out")>
                        "How can I tell?"
                    </a>
                </p>
            </div>
            <div class="edition-question__answers">{answer(Edition::OpenSource)} {answer(Edition::MageOs)}</div>
            <button class="edition-question__dismiss" type="button" aria-label="Do not ask again"
                on:click=move |_| shell.actions.dismiss_question.run(())>
                <Icon class="edition-question__icon" path=CROSS/>
            </button>
        </section>
    }
}
