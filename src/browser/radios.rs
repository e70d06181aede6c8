//! The radios of the shell, which are markup: what they choose, and which of them is chosen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{dom, edition, theme};
use crate::edition::Edition;
use crate::view::shell::{Shell, Theme};

/// Follows the radios, and lets them follow what is chosen elsewhere.
pub(super) fn connect(shell: Shell) {
    dom::listen(&document(), "change", move |event: Event| {
        let Some(radio) = dom::target_element(&event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        match radio.name().as_str() {
            "edition" | "search-dialog-edition" => {
                if let Some(edition) = Edition::parse(&radio.value()) {
                    edition::choose(shell, edition);
                }
            }
            "theme" => {
                if let Some(theme) = Theme::parse(&radio.value()) {
                    theme::choose(shell, theme);
                }
            }
            _ => {}
        }
    });
    dom::watch(move |_| {
        let edition = shell.edition.get().id();
        check(&format!("edition-{edition}"));
        check(&format!("search-dialog-edition-{edition}"));
        check(&format!("theme-{}", shell.theme.get().id()));
    });
}

fn check(id: &str) {
    if let Some(radio) = dom::by_id(id).and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        radio.set_checked(true);
    }
}
