//! The words that were searched for, marked on the page that was chosen, until Esc or the next page.
//!
//! The browser paints the marks over the text and the document stays as it is: there is nothing to hydrate and to undo.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent, Text};

use super::dom;
use super::search_index::{self, Index};
use crate::search::{Highlighter, Query, Reading};
use crate::view::shell::Shell;

/// The name that the style sheet knows the marks by.
const NAME: &str = "search";
/// The kind of nodes that hold text, as `createTreeWalker` numbers it.
const TEXTS: u32 = 4;

thread_local! {
    /// What was typed when an answer was followed, until its page is marked.
    static FOLLOWED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Marks pages that answers lead to, and forgets the marks with Esc and on every other page.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| {
        shell.page.track();
        dom::spawn(async move {
            // Until then the last page's text is in the document.
            leptos::task::tick().await;
            show(shell);
        });
    });
    dom::listen(&document(), "keydown", |event: KeyboardEvent| {
        if event.key() == "Escape" {
            clear();
        }
    });
}

/// Remembers what an answer was followed for; its page may be the one at hand.
pub(super) fn follow(shell: Shell, typed: String, answer: &Element) {
    FOLLOWED.set(Some(typed));
    let href = answer.get_attribute("href").unwrap_or_default();
    // The address has changed already when the app follows the link; the page has not.
    let here = shell.page.with_untracked(|page| shell.site.with_value(|site| site.base.page(&page.route)));
    if href.split('#').next() == Some(&*here) {
        show(shell);
    }
}

fn show(shell: Shell) {
    clear();
    let Some(typed) = FOLLOWED.take() else { return };
    let edition = shell.edition.get_untracked();
    search_index::with(|index, _| {
        if let Index::Ready(index) = index {
            mark(&Reading::new(index, &Query::parse(&typed)).highlighter(edition));
        }
    });
}

fn mark(highlighter: &Highlighter) -> Option<()> {
    let article = dom::find(".article")?;
    let walker = document().create_tree_walker_with_what_to_show(&article, TEXTS).ok()?;
    let ranges = Array::new();
    while let Ok(Some(node)) = walker.next_node() {
        let text = node.unchecked_into::<Text>();
        let words = text.data();
        for found in highlighter.marks(&words) {
            let range = document().create_range().ok()?;
            range.set_start(&text, utf16_len(&words[..found.start])).ok()?;
            range.set_end(&text, utf16_len(&words[..found.end])).ok()?;
            ranges.push(&range);
        }
    }
    let constructor: Function = Reflect::get(&window(), &"Highlight".into()).ok()?.dyn_into().ok()?;
    let highlight = Reflect::construct(&constructor, &ranges).ok()?;
    call("set", &Array::of2(&NAME.into(), &highlight))
}

/// Places in texts are counted in UTF-16 units there, in bytes here.
fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

fn clear() {
    call("delete", &Array::of1(&NAME.into()));
}

/// Calls a method of the browser's registry of marks; browsers without one mark nothing.
fn call(method: &str, arguments: &Array) -> Option<()> {
    let css = Reflect::get(&window(), &JsValue::from("CSS")).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    let method: Function = Reflect::get(&registry, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(&registry, arguments).ok().map(drop)
}
