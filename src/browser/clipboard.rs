//! Copying code and addresses.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlElement};

use super::dom;
use crate::view::shell::Shell;

/// How long a button says that it copied. Under a second it is missed; over five it seems stuck.
const SAID_FOR: Duration = Duration::from_secs(2);

/// Copies what a code block shows: the text that is visible in the reader's edition.
pub(super) fn connect(shell: Shell) {
    dom::listen(&document(), "click", move |event: Event| {
        let button = dom::target_element(&event).and_then(|target| target.closest(".copy-code").ok().flatten());
        if let Some(button) = button {
            copy_code(shell, button);
        }
    });
}

fn copy_code(shell: Shell, button: Element) {
    let Ok(Some(block)) = button.closest(".code") else { return };
    let Ok(Some(code)) = block.query_selector("code") else { return };
    // innerText leaves out what the other edition has; textContent would copy both.
    let text = code.unchecked_into::<HtmlElement>().inner_text();
    spawn_local(async move {
        if copy(shell, &text, "Code copied.").await {
            button.set_text_content(Some("Copied"));
            set_timeout(move || button.set_text_content(Some("Copy")), SAID_FOR);
        }
    });
}

/// Copies the address of the page at hand, so that it opens in the edition being read.
pub(super) fn copy_link(shell: Shell) {
    let location = window().location();
    let (Ok(origin), Ok(path), Ok(hash)) = (location.origin(), location.pathname(), location.hash()) else { return };
    let address = format!("{origin}{path}?edition={}{hash}", shell.edition.get_untracked().id());
    spawn_local(async move {
        if copy(shell, &address, "Link copied.").await {
            shell.link_copied.set(true);
            set_timeout(move || shell.link_copied.set(false), SAID_FOR);
        }
    });
}

/// Copies a text; the reader hears whether it worked.
async fn copy(shell: Shell, text: &str, done: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    let copied = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok();
    let message = if copied { done } else { "Your browser does not allow copying here." };
    shell.announcement.set(message.to_owned());
    copied
}
