//! The buttons of what is markup and no component, pages above all: what each does is named by `data-action`.

use leptos::prelude::*;
use web_sys::Event;

use super::{checklists, clipboard, differences, dom, edition, screenshots, search, shop, shortcuts};
use crate::edition::Edition;
use crate::view::shell::Shell;

/// Answers clicks on those buttons, whatever page is shown.
pub(super) fn connect(shell: Shell) {
    dom::listen(&document(), "click", move |event: Event| {
        let button = dom::target_element(&event).and_then(|target| target.closest("[data-action]").ok().flatten());
        let Some(button) = button else { return };
        match button.get_attribute("data-action").as_deref() {
            Some("copy-code") => clipboard::copy_code(shell, button),
            Some("copy-link") => clipboard::copy_link(shell, &button),
            Some("share") => clipboard::share(shell, &button),
            Some("copy-markdown") => clipboard::copy_markdown(shell, button),
            Some("copy-anchor") => clipboard::copy_anchor(shell, button),
            Some("clear-ticks") => checklists::clear(shell, &button),
            Some("zoom") => screenshots::zoom(&button, &event),
            Some("shortcuts") => shortcuts::show(),
            Some("drop-override") => edition::drop_override(shell),
            Some("keep-edition") => edition::keep(shell),
            Some(action @ ("open-search" | "close-search" | "ask" | "forget-query" | "toggle-slash")) => {
                search::act(shell, action, &button);
            }
            Some("choose-edition") => {
                if let Some(edition) = button.get_attribute("data-edition").and_then(|id| Edition::parse(&id)) {
                    edition::choose(shell, edition);
                }
            }
            Some("dismiss-question") => edition::dismiss_question(shell),
            Some("next-difference") => differences::next(shell),
            Some("your-shop") => shop::open(&button),
            Some("your-shop-close") => shop::close(),
            Some("your-shop-remove") => shop::remove(),
            _ => {}
        }
    });
}
