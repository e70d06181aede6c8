//! Which heading has the reader reached?

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::dom;
use crate::view::shell::Shell;

/// How far below the header a heading counts as reached, in CSS pixels. At zero, a heading that a link has just
/// brought below the header would not be marked; at half a window, the mark would run ahead of the reader.
const REACHED_BELOW_HEADER: f64 = 48.0;

/// Follows scrolling, once a frame.
pub(super) fn connect(shell: Shell) {
    let pending = Rc::new(Cell::new(false));
    let current = Rc::new(RefCell::new(String::new()));
    let marked = Rc::clone(&current);
    dom::listen(&window(), "scroll", move |_: Event| {
        if !pending.replace(true) {
            let (pending, marked) = (Rc::clone(&pending), Rc::clone(&marked));
            let run = Closure::once_into_js(move || {
                pending.set(false);
                mark(&marked);
            });
            let _ = window().request_animation_frame(run.unchecked_ref());
        }
    });
    dom::watch(move |_| {
        shell.page.track();
        shell.edition.track();
        current.borrow_mut().clear();
        mark(&current);
    });
}

fn mark(current: &RefCell<String>) {
    let header = dom::find(".site-header").map_or(0.0, |header| header.get_bounding_client_rect().bottom());
    let reached = dom::find_all(".article :is(h2, h3)[id]")
        .into_iter()
        .filter(|heading| heading.offset_parent().is_some())
        .take_while(|heading| heading.get_bounding_client_rect().top() < header + REACHED_BELOW_HEADER)
        .last()
        .map_or_else(String::new, |heading| format!("#{}", heading.id()));
    if reached == *current.borrow() {
        return;
    }
    for link in dom::find_all(".on-this-page__link") {
        let _ = if link.get_attribute("href").as_deref() == Some(&reached) {
            link.set_attribute("aria-current", "location")
        } else {
            link.remove_attribute("aria-current")
        };
    }
    current.replace(reached);
}
