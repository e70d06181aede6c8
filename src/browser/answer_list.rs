//! The answers in the search dialog: what stands below the field, and which of them is chosen.

use std::cell::{Cell, RefCell};
use std::iter;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{dom, navigation};
use crate::view::next_answer;
use crate::view::search_results::{FIRST_OPTION, Markup, SLOTS};

/// An element, and the markup that it holds.
struct Slot {
    element: HtmlElement,
    html: String,
}

impl Slot {
    /// Writes markup, unless it is there already: from one letter to the next, about half of the pages stay in their place.
    #[expect(clippy::disallowed_methods, reason = "`search_results::markup` escapes every text that it writes")]
    fn write(&mut self, html: &str) -> bool {
        let is_new = html != self.html;
        if is_new {
            self.element.set_inner_html(html);
            html.clone_into(&mut self.html);
        }
        is_new
    }
}

thread_local! {
    // Both stand beside the app, for as long as the document lives.
    static FIELD: Option<HtmlInputElement> = dom::by_id("search-dialog-input").and_then(|field| field.dyn_into().ok());
    static FRAME: RefCell<Option<Slot>> = RefCell::new(slots("#search-dialog-answers").pop());
    /// The pages, best first.
    static PAGES: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
    /// What is to be written there: all but the best page waits for a frame.
    static WAITING: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
    /// Which answer the arrow keys have reached.
    static ACTIVE: Cell<usize> = const { Cell::new(0) };
    /// What screen readers were told last.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The field, which keeps the focus while answers are chosen.
pub(super) fn field() -> Option<HtmlInputElement> {
    FIELD.with(Clone::clone)
}

/// Shows other answers, those of the best page before the next frame; what stays is not written again.
///
/// The first is chosen, unless the same query is answered again (`is_again`) and the reader has chosen one meanwhile.
pub(super) fn show(markup: Markup, found: &str, is_again: bool) {
    let chosen = take_choice().filter(|_| is_again);
    let is_new_frame = FRAME.with_borrow_mut(|frame| frame.as_mut().is_some_and(|slot| slot.write(&markup.frame)));
    if is_new_frame {
        PAGES.set(slots(SLOTS));
    }
    if write_pages(&markup.groups, 1) || is_new_frame {
        point_at(if markup.groups.is_empty() { "" } else { FIRST_OPTION });
    }
    say(found);
    WAITING.set(Some(markup.groups));
    if let Some(href) = chosen {
        let options = options();
        options.iter().position(|option| href_of(option) == href).inspect(|at| mark(&options, *at));
    }
    navigation::when_idle(move || {
        // Who had scrolled to an answer of the last letter sees the best one of this. Before the frame, it would cost a layout.
        if !is_again && ACTIVE.get() == 0 {
            FRAME.with_borrow(|frame| {
                frame.as_ref().inspect(|slot| slot.element.scroll_by_with_x_and_y(0.0, f64::from(i32::MIN)));
            });
        }
        write_waiting();
    });
}

/// Takes back what the reader has chosen besides the first answer, and returns where it leads.
fn take_choice() -> Option<String> {
    let active = ACTIVE.get();
    if active == 0 {
        return None;
    }
    let options = options();
    mark(&options, 0);
    options.get(active).map(href_of)
}

/// Writes the answers that had to wait for a frame; until then, those of the last letter stay where they are.
fn write_waiting() {
    if let Some(groups) = WAITING.take() {
        write_pages(&groups, usize::MAX);
    }
}

/// Writes the first `count` pages; `true` when one was not there already.
fn write_pages(groups: &[String], count: usize) -> bool {
    let groups = groups.iter().map(String::as_str).chain(iter::repeat(""));
    PAGES.with_borrow_mut(|pages| {
        pages.iter_mut().zip(groups).take(count).fold(false, |is_new, (slot, html)| slot.write(html) | is_new)
    })
}

fn slots(selector: &str) -> Vec<Slot> {
    dom::find_all(selector).into_iter().map(|element| Slot { element, html: String::new() }).collect()
}

/// Tells screen readers what was found, once: the same words are not written again.
fn say(found: &str) {
    if SAID.replace(found.to_owned()) != found {
        dom::by_id("search-dialog-said").inspect(|said| said.set_text_content(Some(found)));
    }
}

/// Follows a key that chooses among the answers; `false` when it is for the field.
pub(super) fn choose(key: &str) -> bool {
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
    write_waiting();
    dom::find_all("#search-dialog-results [role=option]")
}

fn href_of(option: &HtmlElement) -> String {
    option.get_attribute("href").unwrap_or_default()
}

/// Moves the choice to another answer.
fn mark(options: &[HtmlElement], at: usize) {
    for (place, state) in [(ACTIVE.replace(at), "false"), (at, "true")] {
        options.get(place).inspect(|option| drop(option.set_attribute("aria-selected", state)));
    }
    point_at(&options.get(at).map(|option| option.id()).unwrap_or_default());
}

/// Tells screen readers which answer is chosen, if there is any: the focus stays in the field.
fn point_at(id: &str) {
    let Some(field) = field() else { return };
    let _ = field.set_attribute("aria-expanded", if id.is_empty() { "false" } else { "true" });
    for (name, value) in [("aria-controls", "search-dialog-results"), ("aria-activedescendant", id)] {
        let _ = if id.is_empty() { field.remove_attribute(name) } else { field.set_attribute(name, value) };
    }
}

fn reveal(option: &HtmlElement) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    option.scroll_into_view_with_scroll_into_view_options(&nearest);
}
