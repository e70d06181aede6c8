//! Links to headings that the reader's edition does not have.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::{dom, scroll};
use crate::edition::Edition;
use crate::view::shell::Shell;

/// Opens a passage of the other edition when an address leads into it.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| {
        if reveal_fragment(shell) {
            scroll::to_fragment_or_top();
        }
    });
    dom::listen(&window(), "hashchange", move |_: Event| {
        if reveal_fragment(shell) {
            scroll::to_fragment_or_top();
        }
    });
}

/// Shows the passage around the address's fragment, and says so; `true` when one was hidden.
pub(super) fn reveal_fragment(shell: Shell) -> bool {
    let edition = shell.edition.get_untracked();
    close_revealed();
    let Some(target) = scroll::fragment().and_then(|id| dom::by_id(&id)) else { return false };
    let selector = format!("[data-only=\"{}\"]", edition.other().id());
    let Ok(Some(passage)) = target.closest(&selector) else { return false };
    let _ = passage.set_attribute("data-revealed", "");
    shell.announcement.set(revealed_message(edition));
    true
}

fn revealed_message(edition: Edition) -> String {
    let other = edition.other().name();
    format!("This passage is about {other} only. It is shown because the link leads here.")
}

/// Hides what was shown for a link.
pub(super) fn close_revealed() {
    for passage in dom::find_all("[data-revealed]") {
        let _ = passage.unchecked_into::<HtmlElement>().remove_attribute("data-revealed");
    }
}
