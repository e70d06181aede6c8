//! The button that copies the page's address with its edition.

use leptos::prelude::*;

use super::icon::{Icon, LINK};

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
