//! Previews: what stands behind a link of the text, while the pointer rests on it or the keyboard has come to it.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Element, Event, KeyboardEvent};

use super::{dom, navigation, packs, section_texts};
use crate::view::shell::Shell;

/// How long the pointer rests before a preview comes, and how long it has to reach the preview before that goes. Shorter,
/// and cards flash up under a pointer that passes by; longer, and nobody finds out.
const REST: Duration = Duration::from_millis(400);
/// Letters of a preview: three lines.
const CHARS_MAX: usize = 160;
/// The links that have one: those of the text that have no card of their own.
const LINKS: &str = ".article a[href]:not(.term, .setting, .command-link), .page-list a";

thread_local! {
    /// The link that pointer or focus is at.
    static AT: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// How often waiting began; only the last wait counts.
    static WAITS: Cell<usize> = const { Cell::new(0) };
}

/// Follows pointer and focus, where there is a pointer that can rest.
pub(super) fn connect(shell: Shell) {
    if !matches!(window().match_media("(hover: hover)"), Ok(Some(list)) if list.matches()) {
        return;
    }
    for kind in ["pointerover", "focusin"] {
        dom::listen(&document(), kind, move |event: Event| {
            let Some(target) = dom::target_element(&event) else { return };
            // The pointer may move onto the preview.
            if target.closest(".link-preview").ok().flatten().is_none() {
                rest_on(shell, target.closest(LINKS).ok().flatten());
            }
        });
    }
    dom::listen(&document(), "click", |_: Event| leave());
    dom::listen(&document(), "keydown", |event: KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
        }
    });
    dom::watch(move |is_first| {
        shell.packs_here.track();
        // A link that was pointed at before its guide was here.
        if !is_first {
            wait(shell);
        }
    });
}

fn rest_on(shell: Shell, link: Option<Element>) {
    if AT.with_borrow(|at| *at == link) {
        return;
    }
    AT.set(link);
    wait(shell);
}

/// Settles what is shown when pointer and focus have rested.
fn wait(shell: Shell) {
    let turn = WAITS.get() + 1;
    WAITS.set(turn);
    set_timeout(
        move || {
            if WAITS.get() == turn {
                settle(shell);
            }
        },
        REST,
    );
}

fn leave() {
    AT.set(None);
    WAITS.set(WAITS.get() + 1);
    hide();
}

/// Shows the preview of the link at hand, or none.
fn settle(shell: Shell) {
    let link = AT.with_borrow(Clone::clone);
    if link.and_then(|link| show(shell, &link)).is_none() {
        hide();
    }
}

fn show(shell: Shell, link: &Element) -> Option<()> {
    let target = navigation::target_of(shell, link)?;
    if shell.page.with_untracked(|page| page.route == target.route) {
        return None;
    }
    let edition = shell.edition.get_untracked();
    let anchor = target.suffix.split('#').nth(1).unwrap_or_default();
    let text = section_texts::get(shell, &target.route, anchor, edition)?;
    let card = dom::find(".link-preview")?;
    let title = packs::page(&target.route)?.title.get(edition).clone();
    card.first_element_child()?.set_text_content(Some(&title));
    card.last_element_child()?.set_text_content(Some(&shortened(&text)));
    let _ = card.hide_popover();
    dom::call(&card, "showPopover", &[("source", link.into())]).map(drop)
}

fn hide() {
    dom::find(".link-preview").inspect(|card| drop(card.hide_popover()));
}

/// Cuts a text at a word.
fn shortened(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(CHARS_MAX) else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", &text[..end])
}
