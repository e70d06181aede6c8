//! The question of the first visit.

use leptos::prelude::*;

use super::icon::{CROSS, Icon};
use super::model::PageKind;
use super::shell::Shell;
use crate::edition::Edition;

/// Asks once which edition the reader runs; it covers nothing that is being read and never comes back when dismissed.
#[component]
pub(super) fn EditionQuestion(
    /// Its words and buttons; empty while hydrating.
    question_html: String,
) -> impl IntoView {
    let shell = Shell::expect();
    // The home page asks the same in its own large way.
    let is_hidden = move || !shell.question_open.get() || shell.page.with(|page| page.kind == PageKind::Home);
    view! {
        <section class="edition-question" aria-labelledby="edition-question-title" hidden=is_hidden inner_html=question_html>
        </section>
    }
}

/// The words of the question and its answers; the browser listens for the buttons.
#[component]
pub(super) fn QuestionText(
    /// The page that says how to tell the editions apart.
    help_href: String,
) -> impl IntoView {
    let answer = |edition: Edition| {
        view! {
            <button class="button" type="button" data-action="choose-edition" data-edition=edition.id()>
                {edition.name()}
            </button>
        }
    };
    view! {
        <div>
            <h2 class="edition-question__title" id="edition-question-title">"Which one do you run?"</h2>
            <p>
                "Names, pictures and steps follow your answer. "
                <a class="edition-question__help" href=help_href>"How can I tell?"</a>
            </p>
        </div>
        <div class="edition-question__answers">{answer(Edition::OpenSource)} {answer(Edition::MageOs)}</div>
        <button class="edition-question__dismiss" type="button" aria-label="Do not ask again"
            data-action="dismiss-question">
            <Icon class="edition-question__icon" path=CROSS/>
        </button>
    }
}
