//! The reading position.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::dom;

/// Returns the distance from the top of the document in CSS pixels.
pub(super) fn position() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Jumps to a distance from the top, without the smooth way there.
pub(super) fn jump_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Runs a change of the document during which the heading nearest to the top of the window stays where it is.
///
/// Headings that only one edition has cannot be held: they may be gone afterwards.
pub(super) fn hold(change: impl FnOnce()) {
    let held = nearest_heading();
    let before = held.as_ref().map(top_of);
    change();
    if let (Some(element), Some(before)) = (held, before) {
        let moved = top_of(&element) - before;
        if moved.abs() > 0.5 {
            jump_to(position() + moved);
        }
    }
}

fn top_of(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top()
}

fn nearest_heading() -> Option<HtmlElement> {
    let header = dom::find(".site-header").map_or(0.0, |header| header.get_bounding_client_rect().bottom());
    let shared = |element: &HtmlElement| !matches!(element.closest("[data-only]"), Ok(Some(_)));
    dom::find_all("main h1, .article :is(h2, h3, h4)")
        .into_iter()
        .filter(shared)
        .map(|element| (top_of(&element), element))
        .min_by(|(a, _), (b, _)| (a - header).abs().total_cmp(&(b - header).abs()))
        .map(|(_, element)| element)
}

/// Keeps the position in the history entry at hand.
pub(super) fn remember() {
    let Ok(history) = window().history() else { return };
    let _ = history.replace_state(&JsValue::from_f64(position()), "");
}

/// Returns the position that a history entry kept.
pub(super) fn remembered(state: &JsValue) -> Option<f64> {
    state.as_f64()
}

/// Brings an element below the header.
pub(super) fn to_element(element: &Element) {
    element.scroll_into_view();
}

/// Brings the heading of the address's fragment below the header, or the top of the page.
pub(super) fn to_fragment_or_top() {
    match fragment().and_then(|id| document().get_element_by_id(&id)) {
        Some(element) => to_element(&element),
        None => jump_to(0.0),
    }
}

/// Returns the fragment of the address without `#`, decoded.
pub(super) fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let id = hash.strip_prefix('#').filter(|id| !id.is_empty())?;
    let decoded = js_sys::decode_uri_component(id).ok();
    Some(decoded.map_or_else(|| id.to_owned(), String::from))
}

/// Moves the focus to the main region, where a reader goes on after a navigation.
pub(super) fn focus_main() {
    let Some(main) = dom::by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok()) else { return };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = main.focus_with_options(&options);
}
