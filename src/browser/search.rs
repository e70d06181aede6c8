//! The search: when its dialog opens, and what it is asked.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition, UrlSearchParams,
};

use super::search_index::{self, Index};
use super::storage::{self, Key};
use super::{dom, highlight, navigation, not_found, recent_queries, section_texts};
use crate::edition::Edition;
use crate::route::Route;
use crate::search::{Query, Reading};
use crate::view::answer::{Answer, Library};
use crate::view::model::PageKind;
use crate::view::next_answer;
use crate::view::search_results::{Markup, markup};
use crate::view::shell::Shell;

/// Where a typed letter is a letter.
const FIELDS: &str =
    "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox]):not([type=range])";

thread_local! {
    /// Which answer the arrow keys have reached.
    static ACTIVE: Cell<usize> = const { Cell::new(0) };
    /// What was answered last.
    static ANSWERED: RefCell<String> = const { RefCell::new(String::new()) };
    /// What stands below the field.
    static WRITTEN: RefCell<Markup> = RefCell::default();
    /// The answers below those of the best page, until they are written.
    static REST: RefCell<Option<String>> = const { RefCell::new(None) };
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
        if in_dialog && choose(&event.key()) || !is_open() && opens(&event) {
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
    dom::dialog("search-dialog")
}

fn field() -> Option<HtmlInputElement> {
    dom::by_id("search-dialog-input")?.dyn_into().ok()
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
    // Files that come later answer again; what the reader has chosen meanwhile stays chosen.
    let is_again = ANSWERED.replace(typed.clone()) == typed;
    let chosen = if is_again && ACTIVE.get() > 0 { options().get(ACTIVE.get()).map(href_of) } else { None };
    let answer = search_index::with(|index, reference| match index {
        _ if query.is_empty() => Answer::Unasked,
        Index::Away | Index::Loading => Answer::Waiting,
        Index::Failed(problem) => Answer::Failed(problem.clone()),
        Index::Ready(index) => shell.site.with_value(|site| {
            let reading = Reading::new(index, &query);
            let is_waiting = search_index::fetch_for(shell, &reading, renew);
            let section_text =
                |route: &Route, anchor: &str, edition: Edition| section_texts::get(shell, route, anchor, edition);
            let library = Library { reading: &reading, reference, base: &site.base, section_text: &section_text };
            let answer = library.answer(&typed, shell.edition.get_untracked());
            // Nothing is said to be missing while texts are on their way.
            if is_waiting && answer.pages().is_empty() { Answer::Waiting } else { answer }
        }),
    });
    let recent = if answer == Answer::Unasked { recent_queries::all() } else { Vec::new() };
    write_at_once(markup(&answer, &typed, &recent, &shell.href("community/contribute/")));
    say(&answer.in_words());
    ACTIVE.set(0);
    point_at(0, !answer.pages().is_empty());
    if let Some(at) = chosen.and_then(|href| options().iter().position(|option| href_of(option) == href)) {
        mark(&options(), at);
    }
    navigation::when_idle(move || {
        // Who had scrolled to an answer of the last letter sees the best one of this. Before the frame, it would cost a layout.
        if !is_again && ACTIVE.get() == 0 {
            dom::by_id("search-dialog-answers")
                .inspect(|answers| answers.scroll_by_with_x_and_y(0.0, f64::from(i32::MIN)));
        }
        show_rest();
    });
}

/// Tells screen readers what was found, once: the same words are not written again.
fn say(words: &str) {
    dom::by_id("search-dialog-said")
        .filter(|said| said.text_content().as_deref() != Some(words))
        .inspect(|said| said.set_text_content(Some(words)));
}

/// Writes what the reader sees first, and keeps the rest for the time after the frame.
fn write_at_once(html: Markup) {
    WRITTEN.with_borrow_mut(|written| {
        if ACTIVE.get() > 0 {
            // A choice was marked in there since.
            (written.best, written.rest) = Default::default();
        }
        if write("search-dialog-answers", &html.frame, &mut written.frame) {
            (written.best, written.rest) = Default::default();
        }
        write("search-dialog-best", &html.best, &mut written.best);
    });
    REST.set(Some(html.rest));
}

/// Writes the answers that had to wait for a frame; until then, those of the last letter stay where they are.
fn show_rest() {
    REST.take().inspect(|rest| {
        WRITTEN.with_borrow_mut(|written| write("search-dialog-rest", rest, &mut written.rest));
    });
}

/// Writes markup into an element, unless it was `written` there last: most letters of a word change no answer.
#[expect(clippy::disallowed_methods, reason = "`search_results::markup` escapes every text that it writes")]
fn write(id: &str, html: &str, written: &mut String) -> bool {
    let is_new = html != written;
    if is_new {
        dom::by_id(id).inspect(|element| element.set_inner_html(html));
        html.clone_into(written);
    }
    is_new
}

/// Follows a key that chooses among the answers; `false` when it is for the field.
fn choose(key: &str) -> bool {
    let options = options();
    let active = ACTIVE.get();
    if key == "Enter" {
        options.get(active).inspect(|option| option.click());
        return true;
    }
    let Some(next) = next_answer(key, active, options.len()) else { return false };
    mark(&options, next);
    reveal(&options[next]);
    true
}

fn options() -> Vec<HtmlElement> {
    show_rest();
    dom::find_all("#search-dialog-results [role=option]")
}

fn href_of(option: &HtmlElement) -> String {
    option.get_attribute("href").unwrap_or_default()
}

/// Moves the choice to another answer.
fn mark(options: &[HtmlElement], at: usize) {
    for (place, state) in [(ACTIVE.replace(at), "false"), (at, "true")] {
        if let Some(option) = options.get(place) {
            let _ = option.set_attribute("aria-selected", state);
        }
    }
    point_at(at, true);
}

/// Tells screen readers which answer is chosen: the focus stays in the field.
fn point_at(at: usize, has_answers: bool) {
    let Some(field) = field() else { return };
    let _ = field.set_attribute("aria-expanded", if has_answers { "true" } else { "false" });
    for (name, value) in
        [("aria-controls", "search-dialog-results"), ("aria-activedescendant", &format!("search-dialog-option-{at}"))]
    {
        let _ = if has_answers { field.set_attribute(name, value) } else { field.remove_attribute(name) };
    }
}

fn reveal(option: &HtmlElement) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    option.scroll_into_view_with_scroll_into_view_options(&nearest);
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
