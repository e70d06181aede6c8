//! Which heading has the reader reached?

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::dom;
use crate::route::Anchor;
use crate::view::shell::Shell;

/// How far below the header a heading counts as reached, in CSS pixels. At zero, a heading that a link has just
/// brought below the header would not be marked; at half a window, the mark would run ahead of the reader.
const REACHED_BELOW_HEADER: f64 = 48.0;

/// Follows scrolling, once a frame.
pub(super) fn connect(shell: Shell) {
    let pending = StoredValue::new(false);
    dom::listen(&window(), "scroll", move |_: Event| {
        if !pending.get_value() {
            pending.set_value(true);
            let run = Closure::once_into_js(move || {
                pending.set_value(false);
                mark(shell);
            });
            let _ = window().request_animation_frame(run.unchecked_ref());
        }
    });
    Effect::new(move |_| {
        shell.page.track();
        shell.edition.track();
        mark(shell);
    });
}

fn mark(shell: Shell) {
    let header = dom::find(".site-header").map_or(0.0, |header| header.get_bounding_client_rect().bottom());
    let reached = dom::find_all(".article :is(h2, h3)[id]")
        .into_iter()
        .filter(|heading| heading.offset_parent().is_some())
        .take_while(|heading| heading.get_bounding_client_rect().top() < header + REACHED_BELOW_HEADER)
        .last()
        .map(|heading| Anchor::written(&heading.id()));
    if reached != shell.current_anchor.get_untracked() {
        shell.current_anchor.set(reached);
    }
}
