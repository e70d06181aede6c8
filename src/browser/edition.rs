//! The edition as a property of the document.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{PageTransitionEvent, StorageEvent, UrlSearchParams};

use super::storage::{self, Key};
use super::{anchors, dom, scroll};
use crate::edition::Edition;
use crate::view::shell::Shell;

/// Starts from what the head script decided, and follows other tabs and restored pages.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| {
        show(shell, current());
        let is_new = stored().is_none() && storage::read(Key::QuestionClosed).is_none() && asked().is_none();
        shell.question_open.set(is_new);
    });
    dom::watch(move |_| {
        if shell.question_open.get() {
            dom::set_root_attribute("data-asking", "");
        } else {
            dom::remove_root_attribute("data-asking");
        }
    });
    dom::watch(move |_| {
        let (page, edition) = (shell.page.get(), shell.edition.get());
        document().set_title(&shell.site.with_value(|site| page.document_title(&site.title, edition)));
    });
    dom::listen(&window(), "storage", move |event: StorageEvent| {
        // A cleared storage has no key.
        if event.key().is_none_or(|key| key == Key::Edition.name()) {
            read_again(shell);
        }
    });
    dom::listen(&window(), "pageshow", move |event: PageTransitionEvent| {
        if event.persisted() {
            read_again(shell);
        }
    });
}

/// Chooses an edition for good.
pub(super) fn choose(shell: Shell, edition: Edition) {
    storage::write(Key::Edition, edition.id());
    end_override();
    shell.question_open.set(false);
    if shell.edition.get_untracked() != edition {
        scroll::hold(|| show(shell, edition));
        shell.announcement.set(format!("You are now reading the {} edition.", edition.name()));
    }
}

/// Remembers the edition that the address asked for.
pub(super) fn keep(shell: Shell) {
    let edition = shell.edition.get_untracked();
    choose(shell, edition);
    shell.announcement.set(format!("{} is kept as your edition.", edition.name()));
}

/// Goes back to the remembered edition, or to the one that first-time readers see.
pub(super) fn drop_override(shell: Shell) {
    end_override();
    let edition = stored().unwrap_or_default();
    scroll::hold(|| show(shell, edition));
    shell.announcement.set(format!("You are now reading the {} edition.", edition.name()));
}

/// Closes the question of the first visit for good.
pub(super) fn dismiss_question(shell: Shell) {
    storage::write(Key::QuestionClosed, "yes");
    shell.question_open.set(false);
}

/// Sets attribute and signal; the style sheet does the rest.
fn show(shell: Shell, edition: Edition) {
    anchors::close_revealed();
    dom::set_root_attribute("data-edition", edition.id());
    shell.edition.set(edition);
}

fn current() -> Edition {
    dom::root_attribute("data-edition").and_then(|id| Edition::parse(&id)).unwrap_or_default()
}

fn stored() -> Option<Edition> {
    storage::read(Key::Edition).and_then(|id| Edition::parse(&id))
}

/// Returns the edition that the address asks for.
fn asked() -> Option<Edition> {
    let search = window().location().search().ok()?;
    Edition::parse(&UrlSearchParams::new_with_str(&search).ok()?.get("edition")?)
}

fn read_again(shell: Shell) {
    if dom::root_attribute("data-override").is_some() {
        return;
    }
    let edition = stored().unwrap_or_default();
    if edition != shell.edition.get_untracked() {
        scroll::hold(|| show(shell, edition));
    }
    if stored().is_some() {
        shell.question_open.set(false);
    }
}

/// Takes `?edition=` out of the address, so that a reload shows the reader's own edition.
fn end_override() {
    dom::remove_root_attribute("data-override");
    let location = window().location();
    let (Ok(path), Ok(search), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let Ok(params) = UrlSearchParams::new_with_str(&search) else { return };
    if !params.has("edition") {
        return;
    }
    params.delete("edition");
    let rest = String::from(params.to_string());
    let query = if rest.is_empty() { String::new() } else { format!("?{rest}") };
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}{hash}")));
    }
}
