//! What is remembered on the reader's machine.
//!
//! gloo-storage keeps JSON, so a text stands between quotation marks; the head script reads the same form. Where storage
//! is blocked, its accessors would throw: the browser is asked first, and a map that lives as long as the visit stands in.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;

/// What is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// The chosen edition.
    Edition,
    /// The chosen theme.
    Theme,
    /// That the question of the first visit was closed.
    QuestionClosed,
    /// What was searched for, a line a query, latest first.
    RecentQueries,
    /// That the key `/` does not open the search.
    SlashOff,
    /// The address of the reader's own Admin.
    Shop,
    /// The tasks that are ticked, a line a task.
    Ticks,
}

impl Key {
    /// Returns the name in storage.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Edition => "merchant-docs.edition",
            Self::Theme => "merchant-docs.theme",
            Self::QuestionClosed => "merchant-docs.question-closed",
            Self::RecentQueries => "merchant-docs.recent-queries",
            Self::SlashOff => "merchant-docs.slash-off",
            Self::Shop => "merchant-docs.shop",
            Self::Ticks => "merchant-docs.ticks",
        }
    }
}

thread_local! {
    static VISIT: RefCell<Vec<(Key, String)>> = const { RefCell::new(Vec::new()) };
}

fn is_available() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

/// Returns what is remembered; rubbish and foreign values are nothing.
pub(super) fn read(key: Key) -> Option<String> {
    if is_available()
        && let Ok(value) = LocalStorage::get::<String>(key.name())
    {
        return Some(value);
    }
    VISIT.with_borrow(|visit| visit.iter().find(|(kept, _)| *kept == key).map(|(_, value)| value.clone()))
}

/// Remembers a value: on the machine where that is allowed, otherwise for this visit; tells whether the machine keeps it.
pub(super) fn write(key: Key, value: &str) -> bool {
    let stored = is_available() && LocalStorage::set(key.name(), value).is_ok();
    if !stored {
        forget_for_visit(key);
        VISIT.with_borrow_mut(|visit| visit.push((key, value.to_owned())));
    }
    stored
}

/// Forgets a value.
pub(super) fn forget(key: Key) {
    if is_available() {
        LocalStorage::delete(key.name());
    }
    forget_for_visit(key);
}

fn forget_for_visit(key: Key) {
    VISIT.with_borrow_mut(|visit| visit.retain(|(kept, _)| *kept != key));
}
