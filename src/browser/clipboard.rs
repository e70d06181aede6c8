//! Copying code, addresses and pages; sharing addresses.

use std::time::Duration;

use super::{dom, packs};
use crate::view::shell::Shell;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// How long a button says that it copied. Under a second it is missed; over five it seems stuck.
const SAID_FOR: Duration = Duration::from_secs(2);

/// Copies what the code block around a button shows: the text that is visible in the reader's edition.
pub(super) fn copy_code(shell: Shell, button: Element) {
    let Ok(Some(block)) = button.closest(".code") else { return };
    let Ok(Some(code)) = block.query_selector("code") else { return };
    // innerText leaves out what the other edition has; textContent would copy both.
    let text = code.unchecked_into::<HtmlElement>().inner_text();
    copy(shell, text, "Code copied.", button);
}

/// Copies the address of the page at hand, so that it opens in the edition being read.
pub(super) fn copy_link(shell: Shell, button: &Element) {
    let Ok(hash) = window().location().hash() else { return };
    let Ok(Some(label)) = button.query_selector(".copy-link__label") else { return };
    copy_address(shell, &hash, label);
}

/// Copies the address of the heading that a link stands at; the browser goes there, too.
pub(super) fn copy_anchor(shell: Shell, link: Element) {
    let Some(hash) = link.get_attribute("href") else { return };
    copy_address(shell, &hash, link);
}

/// Hands the address of the page at hand to the device's share sheet; where there is none, copies it.
///
/// What the reader does there is the device's business, so nothing is said about it.
pub(super) fn share(shell: Shell, button: &Element) {
    let Some(address) = address(shell, "") else { return };
    let data = [("title", document().title().into()), ("url", address.into())];
    match dom::call(&window().navigator(), "share", &data).map(Promise::from) {
        Some(shared) => dom::spawn(async move { drop(JsFuture::from(shared).await) }),
        None => copy_link(shell, button),
    }
}

fn copy_address(shell: Shell, hash: &str, label: Element) {
    if let Some(address) = address(shell, hash) {
        copy(shell, address, "Link copied.", label);
    }
}

/// Returns the address of the page at hand with the edition being read.
fn address(shell: Shell, hash: &str) -> Option<String> {
    let location = window().location();
    let (origin, path) = (location.origin().ok()?, location.pathname().ok()?);
    Some(format!("{origin}{path}?edition={}{hash}", shell.edition.get_untracked().id()))
}

/// Copies the Markdown of the page, which is fetched when it is asked for.
pub(super) fn copy_markdown(shell: Shell, button: Element) {
    let Some(file) = button.get_attribute("value") else { return };
    let Ok(Some(label)) = button.query_selector(".copy-link__label") else { return };
    dom::spawn(async move {
        match packs::text(&file).await {
            Some(text) => copy(shell, text, "Page copied as Markdown.", label),
            None => shell.announcement.set("The page could not be fetched. Are you online?".to_owned()),
        }
    });
}

/// Copies a text; the reader hears whether it worked, and `label` says so for a moment.
fn copy(shell: Shell, text: String, done: &'static str, label: Element) {
    dom::spawn(async move {
        let clipboard = window().navigator().clipboard();
        let copied = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        let message = if copied { done } else { "Your browser does not allow copying here." };
        shell.announcement.set(message.to_owned());
        if copied {
            let before = label.text_content();
            label.set_text_content(Some("Copied"));
            set_timeout(move || label.set_text_content(before.as_deref()), SAID_FOR);
        }
    });
}
