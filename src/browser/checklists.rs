//! The ticks of checklists, kept on the reader's machine: a line a task, `/install/go-live/#task-set-up-cron`.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::dom;
use super::storage::{self, Key};
use crate::view::shell::Shell;

/// Ticks what was ticked on every page that is shown, and keeps what the reader ticks.
pub(super) fn connect(shell: Shell) {
    dom::watch(move |_| {
        let page = page(shell);
        let kept = storage::read(Key::Ticks).unwrap_or_default();
        for task in tasks() {
            task.set_checked(kept.lines().any(|line| line.strip_prefix(&page) == Some(&task.id())));
        }
        count();
    });
    dom::listen(&document(), "change", move |event: Event| {
        if dom::target_element(&event).is_some_and(|target| target.id().starts_with("task-")) {
            keep(shell);
        }
    });
}

/// Takes every tick off the list that a button belongs to.
pub(super) fn clear(shell: Shell, button: &Element) {
    let Ok(Some(list)) = button.closest(".checklist") else { return };
    for task in tasks().into_iter().filter(|task| list.contains(Some(task))) {
        task.set_checked(false);
    }
    keep(shell);
    shell.announcement.set("No task is ticked now.".to_owned());
}

/// Returns what the lines of the page at hand begin with.
fn page(shell: Shell) -> String {
    shell.page.with(|page| [page.route.as_str(), "#"].concat())
}

fn tasks() -> Vec<HtmlInputElement> {
    dom::find_all(".checklist input").into_iter().map(JsCast::unchecked_into).collect()
}

fn keep(shell: Shell) {
    let page = page(shell);
    let before = storage::read(Key::Ticks).unwrap_or_default();
    let others = before.lines().filter(|line| !line.starts_with(&page)).map(str::to_owned);
    let here = tasks().into_iter().filter(HtmlInputElement::checked).map(|task| [&*page, &task.id()].concat());
    storage::write(Key::Ticks, &others.chain(here).collect::<Vec<_>>().join("\n"));
    count();
}

/// Says at each list how far it has come.
fn count() {
    for list in dom::find_all(".checklist") {
        let number = |selector| list.query_selector_all(selector).map_or(0, |found| found.length());
        let words = format!("{} of {} done", number("input:checked"), number("input"));
        if let Ok(Some(said)) = list.query_selector(".checklist__count") {
            said.set_text_content(Some(&words));
        }
    }
}
