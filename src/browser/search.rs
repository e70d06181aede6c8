//! The search: when its dialog opens, and what it is asked.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition, UrlSearchParams,
};

use super::search_index::{self, Index};
use super::storage::{self, Key};
use super::{dom, navigation, packs};
use crate::view::answer::{Answer, Library};
use crate::view::shell::Shell;

/// How many queries are remembered: what fits the dialog without scrolling on a phone.
const RECENT_MAX: usize = 6;
/// Where a typed letter is a letter.
const FIELDS: &str =
    "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=range])";

/// Shows the triggers, listens for the keys that open the dialog, and answers again when the edition changes.
pub(super) fn connect(shell: Shell) {
    Effect::new(move |_| {
        shell.search.is_ready.set(true);
        shell.search.recent.set(remembered());
        shell.search.slash_opens.set(storage::read(Key::SlashOff).is_none());
        if let Some(query) = asked_by_address() {
            shell.search.typed.set(query);
            open(shell);
        }
    });
    Effect::new(move |was_open: Option<bool>| {
        let is_open = shell.search.is_open.get();
        if was_open.is_some_and(|was| was != is_open) || is_open {
            leptos::task::spawn_local(async move {
                leptos::task::tick().await;
                show(shell, is_open);
            });
        }
        is_open
    });
    Effect::new(move |_| {
        shell.edition.track();
        answer(shell);
    });
    Effect::new(move |_| {
        let active = shell.search.active.get();
        if let Some(option) = active.and_then(option_at) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
    listen(shell);
    navigation::when_idle(move || {
        if !navigation::saves_data() {
            search_index::fetch(shell, answer);
        }
    });
}

fn listen(shell: Shell) {
    dom::listen(&document(), "keydown", move |event: KeyboardEvent| {
        if !shell.search.is_open.get_untracked() && opens(shell, &event) {
            event.prevent_default();
            open(shell);
        }
    });
    for kind in ["pointerover", "focusin"] {
        dom::listen(&document(), kind, move |event: Event| {
            if dom::target_element(&event).is_some_and(|target| target.matches("[data-action=open-search]") == Ok(true))
            {
                search_index::fetch(shell, answer);
            }
        });
    }
    dom::listen(&document(), "click", move |event: MouseEvent| {
        let Some(target) = dom::target_element(&event) else { return };
        if target.id() == "search-dialog" {
            // What is beside the frame belongs to the dialog, too.
            close(shell);
        } else if matches!(target.closest(".search-dialog a[href]"), Ok(Some(_))) {
            remember(shell);
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                close(shell);
            }
        }
    });
    dom::listen(&window(), "popstate", move |_: Event| close(shell));
}

/// Tells whether a key opens the dialog: `/` unless turned off, Ctrl or ⌘ with K; neither inside fields.
fn opens(shell: Shell, event: &KeyboardEvent) -> bool {
    let in_field = dom::target_element(event).is_some_and(|target| !matches!(target.closest(FIELDS), Ok(None)));
    if in_field || event.is_composing() || event.alt_key() {
        return false;
    }
    let commands = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "/" => !commands && shell.search.slash_opens.get_untracked(),
        "k" | "K" => commands && !event.shift_key(),
        _ => false,
    }
}

/// Opens the dialog.
pub(super) fn open(shell: Shell) {
    search_index::forget_failure();
    shell.nav_open.set(false);
    shell.search.is_open.set(true);
    if !navigation::saves_data() {
        // Excerpts are cut from the packs.
        packs::prefetch_all(shell);
    }
    search_index::fetch(shell, answer);
    answer(shell);
}

/// Closes the dialog.
pub(super) fn close(shell: Shell) {
    shell.search.is_open.set(false);
}

fn show(shell: Shell, is_open: bool) {
    let Some(dialog) = dom::by_id("search-dialog").and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if !is_open {
        dialog.close();
        return;
    }
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
    if let Some(input) = dom::by_id("search-input").and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        let _ = input.focus();
        input.select();
    }
    answer(shell);
}

/// Asks what is typed.
pub(super) fn ask(shell: Shell, typed: String) {
    shell.search.typed.set(typed);
    answer(shell);
    if let Some(input) = dom::by_id("search-input").and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = input.focus();
    }
}

/// Answers what is typed with what is at hand.
fn answer(shell: Shell) {
    let search = shell.search;
    if !search.is_open.get_untracked() {
        return;
    }
    let typed = search.typed.get_untracked();
    let answer = search_index::with(|index| match index {
        _ if typed.trim().is_empty() => Answer::Unasked,
        Index::Away | Index::Loading => Answer::Waiting,
        Index::Failed(problem) => Answer::Failed(problem.clone()),
        Index::Ready(index) => shell.site.with_value(|site| {
            Library { index, base: &site.base, page: packs::page }.answer(&typed, shell.edition.get_untracked())
        }),
    });
    let first = (!answer.pages().is_empty()).then_some(0);
    search.answer.set(answer);
    search.active.set(first);
}

/// Follows the answer at a place, as a click on it does.
pub(super) fn follow(at: usize) {
    if let Some(option) = option_at(at) {
        option.click();
    }
}

fn option_at(at: usize) -> Option<HtmlElement> {
    dom::by_id(&format!("search-option-{at}"))?.dyn_into().ok()
}

/// Returns what the address asks: `?q=`.
fn asked_by_address() -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("q").filter(|query| !query.trim().is_empty())
}

fn remembered() -> Vec<String> {
    let lines = storage::read(Key::RecentQueries).unwrap_or_default();
    lines.lines().filter(|line| !line.trim().is_empty()).take(RECENT_MAX).map(str::to_owned).collect()
}

/// Remembers the query that led to a page.
fn remember(shell: Shell) {
    let typed = shell.search.typed.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
    if typed.is_empty() {
        return;
    }
    shell.search.recent.update(|recent| {
        recent.retain(|query| *query != typed);
        recent.insert(0, typed);
        recent.truncate(RECENT_MAX);
    });
    keep_recent(shell);
}

/// Takes a query out of those that are remembered.
pub(super) fn forget(shell: Shell, query: &str) {
    shell.search.recent.update(|recent| recent.retain(|other| other != query));
    keep_recent(shell);
}

fn keep_recent(shell: Shell) {
    let recent = shell.search.recent.get_untracked();
    if recent.is_empty() {
        storage::forget(Key::RecentQueries);
    } else {
        storage::write(Key::RecentQueries, &recent.join("\n"));
    }
}

/// Turns the single key that opens the dialog on or off: it gets in the way of who dictates.
pub(super) fn toggle_slash(shell: Shell) {
    let opens = !shell.search.slash_opens.get_untracked();
    shell.search.slash_opens.set(opens);
    if opens {
        storage::forget(Key::SlashOff);
    } else {
        storage::write(Key::SlashOff, "yes");
    }
}
