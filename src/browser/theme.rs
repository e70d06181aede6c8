//! Light, dark or the system's theme.

use leptos::prelude::*;
use web_sys::StorageEvent;

use super::dom;
use super::storage::{self, Key};
use crate::view::shell::{Shell, Theme};

/// Starts from what the head script decided and follows other tabs.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| shell.theme.set(stored()));
    dom::listen(&window(), "storage", move |event: StorageEvent| {
        if event.key().is_none_or(|key| key == Key::Theme.name()) {
            show(shell, stored());
        }
    });
}

/// Chooses a theme; the system's is the absence of a choice.
pub(super) fn choose(shell: Shell, theme: Theme) {
    match theme {
        Theme::System => storage::forget(Key::Theme),
        Theme::Light | Theme::Dark => drop(storage::write(Key::Theme, theme.id())),
    }
    show(shell, theme);
}

fn show(shell: Shell, theme: Theme) {
    match theme {
        Theme::System => dom::remove_root_attribute("data-theme"),
        Theme::Light | Theme::Dark => dom::set_root_attribute("data-theme", theme.id()),
    }
    shell.theme.set(theme);
}

fn stored() -> Theme {
    storage::read(Key::Theme).and_then(|id| Theme::parse(&id)).unwrap_or_default()
}
