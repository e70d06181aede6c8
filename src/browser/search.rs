//! The search: when its dialog opens, and what it is asked.

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::{Element, Event, HtmlDialogElement, KeyboardEvent, MouseEvent, UrlSearchParams};

use super::answer_list::field;
use super::search_index::{self, Coverage, Index};
use super::storage::{self, Key};
use super::{answer_list, dom, highlight, navigation, not_found, recent_queries, section_texts};
use crate::edition::Edition;
use crate::route::Route;
use crate::search::{Query, Reading};
use crate::view::answer::{Answer, Library};
use crate::view::model::PageKind;
use crate::view::search_results::markup;
use crate::view::shell::Shell;

/// Where a typed letter is a letter.
const FIELDS: &str =
    "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=range])";

thread_local! {
    /// It stands beside the app, for as long as the document lives.
    static DIALOG: Option<HtmlDialogElement> = dom::dialog("search-dialog");
    /// What was answered last.
    static ANSWERED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens for the keys that open the dialog, and answers again when the edition changes.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |is_first| {
        shell.edition.track();
        // Excerpts are cut from the packs.
        shell.packs_here.track();
        if not_found::is_here(shell) {
            search_index::fetch(shell, renew);
            not_found::offer(shell);
        }
        if is_first {
            show_slash();
            let is_search = shell.page.with_untracked(|page| page.kind == PageKind::Search);
            let asked = asked_by_address();
            if is_search || asked.is_some() {
                open(shell);
            }
            if let Some(query) = asked {
                ask(shell, &query);
            }
        } else if is_open() {
            answer(shell);
        }
    });
    listen_to_keys(shell);
    listen_to_pointer(shell);
    navigation::when_idle(move || {
        if !navigation::saves_data() {
            search_index::fetch(shell, renew);
        }
    });
}

fn listen_to_keys(shell: Shell) {
    dom::listen(&document(), "keydown", move |event: KeyboardEvent| {
        // While an input method composes, arrows and Enter are its own.
        if event.is_composing() {
            return;
        }
        let in_dialog = dom::target_element(&event).is_some_and(|target| target.id() == "search-dialog-input");
        if in_dialog && answer_list::choose(&event.key()) || !is_open() && opens(&event) {
            event.prevent_default();
            if !in_dialog {
                open(shell);
            }
        }
    });
    dom::listen(&document(), "input", move |event: Event| {
        if dom::target_element(&event).is_some_and(|target| target.id() == "search-dialog-input") {
            answer(shell);
        }
    });
}

fn listen_to_pointer(shell: Shell) {
    for kind in ["pointerover", "focusin"] {
        dom::listen(&document(), kind, move |event: Event| {
            if dom::target_element(&event).is_some_and(|target| target.matches("[data-action=open-search]") == Ok(true))
            {
                search_index::fetch(shell, renew);
            }
        });
    }
    dom::listen(&document(), "click", move |event: MouseEvent| {
        let Some(target) = dom::target_element(&event) else { return };
        if target.id() == "search-dialog" {
            // What is beside the frame belongs to the dialog, too.
            close();
        } else if let Ok(Some(answer)) = target.closest(".search-dialog a[href]") {
            recent_queries::remember(&typed());
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                highlight::follow(shell, typed(), &answer);
                close();
            }
        }
    });
    dom::listen(&window(), "popstate", move |_: Event| close());
    if let Some(dialog) = dialog() {
        dom::listen(&dialog, "close", |_: Event| dom::remove_root_attribute("data-searching"));
    }
}

/// Does what a button of the dialog, or a trigger, is for.
pub(super) fn act(shell: Shell, action: &str, button: &Element) {
    let query = button.get_attribute("data-query").unwrap_or_default();
    match action {
        "open-search" => open(shell),
        "close-search" => close(),
        "ask" => ask(shell, &query),
        "forget-query" => {
            recent_queries::forget(&query);
            ask(shell, "");
        }
        _ => toggle_slash(),
    }
}

/// Tells whether a key opens the dialog: `/` unless turned off, Ctrl or ⌘ with K; neither inside fields.
fn opens(event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "/" => may_answer_letters(event),
        "k" | "K" => {
            (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key() && !in_field(event)
        }
        _ => false,
    }
}

/// Tells whether a key without Ctrl or ⌘ may do something: not while it is text, and not for readers who turned that off.
pub(super) fn may_answer_letters(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    !modified && !in_field(event) && storage::read(Key::SlashOff).is_none()
}

fn in_field(event: &KeyboardEvent) -> bool {
    dom::target_element(event).is_some_and(|target| !matches!(target.closest(FIELDS), Ok(None)))
}

fn dialog() -> Option<HtmlDialogElement> {
    DIALOG.with(Clone::clone)
}

fn is_open() -> bool {
    dialog().is_some_and(|dialog| dialog.open())
}

fn typed() -> String {
    field().map_or_else(String::new, |field| field.value())
}

/// Opens the dialog.
fn open(shell: Shell) {
    let (Some(dialog), Some(field)) = (dialog(), field()) else { return };
    shell.nav_open.set(false);
    search_index::forget_failure();
    search_index::fetch(shell, renew);
    if !dialog.open() {
        let _ = dialog.show_modal();
        dom::set_root_attribute("data-searching", "");
    }
    let _ = field.focus();
    field.select();
    answer(shell);
}

fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Writes a query into the field and answers it.
fn ask(shell: Shell, query: &str) {
    if let Some(field) = field() {
        field.set_value(query);
        let _ = field.focus();
    }
    answer(shell);
}

/// Answers anew, wherever answers stand: a file of the index has come, or was lost.
fn renew(shell: Shell) {
    answer(shell);
    not_found::offer(shell);
}

/// Answers what is typed with what is at hand.
fn answer(shell: Shell) {
    if !is_open() {
        return;
    }
    let typed = typed();
    let query = Query::parse(&typed);
    let mut lost = None;
    let answer = search_index::with(|index, reference| match index {
        _ if query.is_empty() => Answer::Unasked,
        Index::Away | Index::Loading => Answer::Waiting,
        Index::Failed(problem) => Answer::Failed(problem.clone()),
        Index::Ready(index) => shell.site.with_value(|site| {
            let reading = Reading::new(index, &query);
            let coverage = search_index::fetch_for(shell, &reading, renew);
            let section_text =
                |route: &Route, anchor: &str, edition: Edition| section_texts::get(shell, route, anchor, edition);
            let library = Library { reading: &reading, reference, base: &site.base, section_text: &section_text };
            let answer = library.answer(&typed, shell.edition.get_untracked());
            match coverage {
                // Nothing is said to be missing while texts are on their way.
                Coverage::Coming if matches!(answer, Answer::Nothing { .. }) => return Answer::Waiting,
                Coverage::Coming | Coverage::Whole => {}
                Coverage::Partial(problem) => lost = Some(problem),
            }
            answer
        }),
    });
    let recent = if answer == Answer::Unasked { recent_queries::all() } else { Vec::new() };
    let mut markup = markup(&answer, &typed, &recent, &shell.href("community/contribute/"));
    let mut found = answer.in_words();
    if let Some(problem) = lost {
        let warning = ["Not everything was searched. ", &problem].concat();
        markup.warn(&warning);
        found = [&found, " ", &warning].concat();
    }
    // Files that come later answer again; what the reader has chosen meanwhile stays chosen.
    let is_again = ANSWERED.replace(typed.clone()) == typed;
    answer_list::show(markup, &found, is_again);
}

/// Returns what the address asks: `?q=`.
fn asked_by_address() -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("q").filter(|query| !query.trim().is_empty())
}

/// Turns the single key that opens the dialog on or off: it gets in the way of who dictates.
fn toggle_slash() {
    if storage::read(Key::SlashOff).is_some() {
        storage::forget(Key::SlashOff);
    } else {
        storage::write(Key::SlashOff, "yes");
    }
    show_slash();
}

fn show_slash() {
    let opens = if storage::read(Key::SlashOff).is_some() { "false" } else { "true" };
    for button in dom::find_all("[data-action=toggle-slash]") {
        let _ = button.set_attribute("aria-pressed", opens);
    }
}
