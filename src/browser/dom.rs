//! Short names for what the other files ask the document.

use std::pin::Pin;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::{Effect, document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventTarget, HtmlDialogElement, HtmlElement};

/// Returns the element with an id.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Returns the first element that a selector finds.
pub(super) fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Returns the dialog with an id.
pub(super) fn dialog(id: &str) -> Option<HtmlDialogElement> {
    by_id(id)?.dyn_into().ok()
}

/// Returns all elements that a selector finds, in the order of the document.
pub(super) fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}

/// Sets an attribute of `<html>`.
pub(super) fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Removes an attribute of `<html>`.
pub(super) fn remove_root_attribute(name: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(name);
    }
}

/// Returns an attribute of `<html>`.
pub(super) fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Calls `handle` at every event of a kind for as long as the document lives.
pub(super) fn listen<E: JsCast + 'static>(target: &EventTarget, kind: &str, handle: impl Fn(E) + 'static) {
    listen_boxed(target, kind, Box::new(move |event: Event| handle(event.unchecked_into())));
}

fn listen_boxed(target: &EventTarget, kind: &str, handle: Box<dyn Fn(Event)>) {
    let closure = Closure::wrap(handle);
    let _ = target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls `run` once the app has taken over, and again whenever a signal that it read has changed; it is told whether
/// this is the first time.
///
/// Boxed, so that the app holds what an effect is made of once and not once for each; [`spawn`] and [`listen`] are for
/// the same reason.
pub(super) fn watch(run: impl Fn(bool) + 'static) {
    let run: Box<dyn Fn(bool)> = Box::new(run);
    watch_boxed(run);
}

fn watch_boxed(run: Box<dyn Fn(bool)>) {
    Effect::new(move |before: Option<()>| run(before.is_none()));
}

/// Runs a future beside everything else.
pub(super) fn spawn(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    wasm_bindgen_futures::spawn_local(future);
}

/// Waits until the browser has seen to what else there is: a tap, a frame.
pub(super) async fn next_task() {
    let next = Promise::new(&mut |resolve, _| drop(window().set_timeout_with_callback(&resolve)));
    let _ = JsFuture::from(next).await;
}

/// Calls a method that not every browser has, with options; `None` where it is missing or fails.
pub(super) fn call(target: &JsValue, method: &str, options: &[(&str, JsValue)]) -> Option<JsValue> {
    let named = Object::new();
    for (name, value) in options {
        Reflect::set(&named, &JsValue::from(*name), value).ok()?;
    }
    let method: Function = Reflect::get(target, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(target, &named).ok()
}

/// Returns the element at which an event happened.
pub(super) fn target_element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Tells whether the reader asked for less motion.
pub(super) fn prefers_reduced_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    matches!(query, Ok(Some(list)) if list.matches())
}
