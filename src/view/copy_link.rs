//! The buttons that copy or share the page's address with its edition, and copy its text.

use leptos::prelude::*;

use super::icon::{COPY, Icon, LINK, SHARE};
use crate::edition::Edition;

/// Copies an address that opens this page in the edition being read, whatever the receiver has chosen.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    view! {
        <button class="copy-link" type="button" data-action="copy-link">
            <Icon class="copy-link__icon" path=LINK/>
            <span class="copy-link__label">"Copy link for this edition"</span>
        </button>
    }
}

/// Hands that address to the share sheet of a phone.
#[component]
pub(super) fn ShareLink() -> impl IntoView {
    view! {
        <button class="copy-link share-link" type="button" data-action="share">
            <Icon class="copy-link__icon" path=SHARE/>
            <span class="copy-link__label">"Share"</span>
        </button>
    }
}

/// Copies the text of the page as Markdown, for notes and for tools: one button for each edition, of which readers see theirs.
#[component]
pub(super) fn CopyMarkdown(
    /// The file of each edition that has the page.
    files: Vec<(Edition, String)>,
) -> impl IntoView {
    let is_one = files.len() == 1;
    files
        .into_iter()
        .map(|(edition, file)| {
            let only = (!is_one).then(|| edition.id());
            view! {
                <button class="copy-link" type="button" data-action="copy-markdown" data-only=only value=file>
                    <Icon class="copy-link__icon" path=COPY/>
                    <span class="copy-link__label">"Copy page as Markdown"</span>
                </button>
            }
        })
        .collect_view()
}
