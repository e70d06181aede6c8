//! Stepping through the places at which the editions differ.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::{dom, scroll};
use crate::view::shell::Shell;

const MARKED: &str = "data-highlighted";

/// Goes to the next place after the one marked last, and from the last back to the first.
pub(super) fn next(shell: Shell) {
    let places: Vec<HtmlElement> = dom::find_all(".article :is(.edition-passage, .edition-wording)")
        .into_iter()
        .filter(|place| place.get_client_rects().length() > 0)
        .collect();
    let marked = places.iter().position(|place| place.has_attribute(MARKED));
    let next = marked.map_or(0, |at| at + 1) % places.len().max(1);
    for place in dom::find_all("[data-highlighted]") {
        let _ = place.remove_attribute(MARKED);
    }
    let other = shell.edition.get_untracked().other().name();
    let message = match places.get(next) {
        Some(place) => {
            let _ = place.set_attribute(MARKED, "");
            scroll::to_element(place);
            format!("Difference {} of {}.", next + 1, places.len())
        }
        None => format!("What differs is in {other} only. Switch to {other} to read it."),
    };
    shell.announcement.set(message);
}
