//! The drawer with the guides on narrow screens.

use std::cell::Cell;

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::dom;
use crate::view::shell::Shell;

/// What stands behind the drawer and cannot be reached while it is open.
const BEHIND: [&str; 5] = [".skip-link", ".site-header", ".edition-question", "main", ".site-footer"];

/// Opens and closes the drawer with the signal, keeps the focus inside and gives it back.
pub(super) fn connect(shell: Shell) {
    let was_open = Cell::new(false);
    dom::watch(move |_| {
        let is_open = shell.nav_open.get();
        if was_open.replace(is_open) != is_open {
            show(is_open);
        }
    });
    dom::listen(&document(), "keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && shell.nav_open.get_untracked() {
            shell.nav_open.set(false);
        }
    });
    // A window that grows has the guides beside its text; then nothing may stay out of reach.
    dom::listen(&window(), "resize", move |_: Event| {
        let is_drawer = dom::find(".menu-button").is_some_and(|button| button.get_client_rects().length() > 0);
        if shell.nav_open.get_untracked() && !is_drawer {
            shell.nav_open.set(false);
        }
    });
    dom::listen(&document(), "click", move |event: Event| {
        let Some(target) = dom::target_element(&event) else { return };
        if matches!(target.closest(".menu-button"), Ok(Some(_))) {
            event.prevent_default();
            shell.nav_open.update(|open| *open = !*open);
            return;
        }
        if !shell.nav_open.get_untracked() {
            return;
        }
        let closes = matches!(target.closest(".site-nav__close"), Ok(Some(_)));
        let outside = matches!(target.closest(".site-nav"), Ok(None));
        if closes {
            event.prevent_default();
        }
        if closes || outside {
            shell.nav_open.set(false);
        }
    });
}

fn show(is_open: bool) {
    dom::set_root_attribute("data-nav", if is_open { "open" } else { "closed" });
    for element in BEHIND.iter().filter_map(|selector| dom::find(selector)) {
        let _ = if is_open { element.set_attribute("inert", "") } else { element.remove_attribute("inert") };
    }
    let next = if is_open { ".site-nav__close" } else { ".menu-button" };
    if let Some(element) = dom::find(next).filter(|element| element.offset_parent().is_some() || is_open) {
        let _ = element.focus();
    }
}
