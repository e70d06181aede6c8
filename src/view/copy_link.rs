//! The button that copies the page's address with its edition.

use leptos::prelude::*;

use super::icon::{Icon, LINK};
use super::shell::Shell;

/// Copies an address that opens this page in the edition being read, whatever the receiver has chosen.
#[component]
pub(super) fn CopyLink() -> impl IntoView {
    let shell = Shell::expect();
    let label = move || if shell.link_copied.get() { "Link copied" } else { "Copy link for this edition" };
    view! {
        <button class="copy-link" type="button" on:click=move |_| shell.actions.copy_link.run(())>
            <Icon class="copy-link__icon" path=LINK/>
            <span class="copy-link__label">{label}</span>
        </button>
    }
}
