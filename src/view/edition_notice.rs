//! Bands above the page that say why an edition is shown.

use leptos::prelude::*;

use super::model::LinkView;
use crate::edition::{Edition, EditionSet};

/// Says that the address chose the edition, and offers to keep it.
///
/// It stands in every page; the head script's `data-override` shows it before the first paint, so that it never pushes
/// text down under a reader's eyes.
#[component]
pub(super) fn OverrideNotice() -> impl IntoView {
    Edition::ALL
        .into_iter()
        .map(|edition| {
            view! {
                <div class="edition-notice" data-kind="override" data-only=edition.id()>
                    <p class="edition-notice__text">
                        "You are reading the " <strong>{edition.name()}</strong> " edition from a link."
                    </p>
                    <p class="edition-notice__actions">
                        <button class="button" type="button" data-kind="solid" data-action="keep-edition">
                            "Keep " {edition.name()}
                        </button>
                        " "
                        <button class="button" type="button" data-action="drop-override">"Back to my edition"</button>
                    </p>
                </div>
            }
        })
        .collect_view()
}

/// Says that the page is about the other edition only; the style sheet shows it to readers of this one.
#[component]
pub(super) fn OtherEditionNotice(
    /// For whom the page exists.
    editions: EditionSet,
    /// The closest page for the others.
    nearest: Option<LinkView>,
) -> impl IntoView {
    editions.single().map(|edition| {
        let nearest = nearest.map(|link| {
            view! { " The closest page for your edition: " <a href=link.href inner_html=link.html></a> }
        });
        view! {
            <div class="edition-notice" data-kind="other-edition" data-only=edition.other().id()
                data-edition=edition.id()>
                <p class="edition-notice__text">"This page is about " <strong>{edition.name()}</strong> " only." {nearest}</p>
            </div>
        }
    })
}
