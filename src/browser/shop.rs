//! The reader's own Admin: its address, and what it makes of paths, settings and examples.
//!
//! The address is parsed anew whenever it is read, so that a value that was tampered with is never linked. It stands in
//! storage and in the document only: nothing here asks the network for anything.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, PageTransitionEvent, StorageEvent};

use super::dom;
use super::storage::{self, Key};
use crate::shop::AdminUrl;
use crate::view::shell::Shell;

/// What makes a path or a setting open in the reader's Admin, besides its address.
const LINK: [(&str, &str); 3] =
    [("target", "_blank"), ("rel", "noopener noreferrer external"), ("title", "Opens in your own Admin, in a new tab")];

/// Links every page that is shown, answers the dialog, and follows other tabs and restored pages.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| {
        shell.page.track();
        apply();
    });
    dom::listen(&window(), "storage", |event: StorageEvent| {
        if event.key().is_none_or(|key| key == Key::Shop.name()) {
            apply();
        }
    });
    dom::listen(&window(), "pageshow", |event: PageTransitionEvent| {
        if event.persisted() {
            apply();
        }
    });
    dom::listen(&document(), "submit", |event: Event| {
        if dom::target_element(&event).is_some_and(|form| form.id() == "shop-dialog-form") {
            event.prevent_default();
            save();
        }
    });
}

fn stored() -> Option<AdminUrl> {
    AdminUrl::parse(&storage::read(Key::Shop)?).ok()
}

/// Makes the document agree with storage. Without an address, now or before, that is no work.
fn apply() {
    let shop = stored();
    match &shop {
        Some(_) => dom::set_root_attribute("data-shop", ""),
        None if dom::root_attribute("data-shop").is_none() => return,
        None => dom::remove_root_attribute("data-shop"),
    }
    for link in dom::find_all("[data-screen]") {
        set_link(&link, shop.as_ref());
    }
    for example in dom::find_all("[data-shop-url]") {
        let own = shop.as_ref().map(|shop| shop.base_url().to_owned());
        example.set_text_content(own.or_else(|| example.get_attribute("data-shop-url")).as_deref());
    }
}

fn set_link(link: &Element, shop: Option<&AdminUrl>) {
    let Some(screen) = link.get_attribute("data-screen") else { return };
    if let Some(shop) = shop {
        let _ = link.set_attribute("href", &shop.screen(&screen));
    } else {
        let _ = link.remove_attribute("href");
    }
    for (name, value) in LINK {
        let _ = if shop.is_some() { link.set_attribute(name, value) } else { link.remove_attribute(name) };
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::dialog("shop-dialog")
}

fn field() -> Option<HtmlInputElement> {
    dom::by_id("shop-dialog-address")?.dyn_into().ok()
}

/// Opens the dialog for a button, which gets the focus back; one in a card has gone by then, and the card's own gets it.
pub(super) fn open(button: &Element) {
    let (Some(dialog), Some(field)) = (dialog(), field()) else { return };
    if let Ok(Some(card)) = button.closest("[popover]") {
        let _ = card.unchecked_into::<HtmlElement>().hide_popover();
    }
    field.set_value(stored().as_ref().map_or("", AdminUrl::as_str));
    say(&field, "", false);
    let _ = dialog.show_modal();
}

/// Closes the dialog.
pub(super) fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Forgets the address.
pub(super) fn remove() {
    let Some(field) = field() else { return };
    storage::forget(Key::Shop);
    apply();
    field.set_value("");
    say(&field, "Removed. Nothing leads to your Admin any more.", false);
    // The button that was selected has gone.
    let _ = field.focus();
}

/// Takes the address that was typed, or says what is wrong with it.
fn save() {
    let Some(field) = field() else { return };
    match AdminUrl::parse(&field.value()) {
        Ok(shop) => {
            let is_kept = storage::write(Key::Shop, shop.as_str());
            apply();
            field.set_value(shop.as_str());
            let said = if is_kept {
                "Saved in this browser. Menu paths and settings now open in your own Admin."
            } else {
                "Your browser does not let this site keep anything. The links work until you close or reload the page."
            };
            say(&field, said, false);
        }
        Err(error) => {
            say(&field, error.message(), true);
            let _ = field.focus();
        }
    }
}

fn say(field: &HtmlInputElement, words: &str, is_wrong: bool) {
    let _ = field.set_attribute("aria-invalid", if is_wrong { "true" } else { "false" });
    if let Some(message) = dom::by_id("shop-dialog-message") {
        message.set_text_content(Some(words));
    }
}
