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
    let follow = Rc::new(Follow::default());
    let again = Rc::clone(&follow);
    dom::listen(&window(), "scroll", move |_: Event| again.in_next_frame());
    dom::watch(move |_| {
        shell.page.track();
        shell.edition.track();
        follow.current.borrow_mut().clear();
        // Asked at once, the browser would have to lay out a page that other effects are still changing.
        follow.in_next_frame();
    });
}

/// What is marked, and whether the next frame will look again.
#[derive(Default)]
struct Follow {
    current: RefCell<String>,
    is_pending: Cell<bool>,
}

impl Follow {
    fn in_next_frame(self: &Rc<Self>) {
        if !self.is_pending.replace(true) {
            let follow = Rc::clone(self);
            let run = Closure::once_into_js(move || {
                follow.is_pending.set(false);
                mark(&follow.current);
            });
            let _ = window().request_animation_frame(run.unchecked_ref());
        }
    }
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
