//! The page for an address without one: the pages whose names are closest to the words of the address.

use leptos::prelude::*;

use super::{dom, search_index};
use crate::search::{Query, Reading};
use crate::view::answer::Library;
use crate::view::model::PageKind;
use crate::view::search_results::nearest_pages;
use crate::view::shell::Shell;

/// Pages that are offered: more, and the guides below them are out of sight.
const GUESSES_MAX: usize = 5;

/// Tells whether the page at hand is the one for addresses without a page.
pub(super) fn is_here(shell: Shell) -> bool {
    shell.page.with(|page| page.kind == PageKind::NotFound)
}

/// Offers the nearest pages as soon as the index is here.
pub(super) fn offer(shell: Shell) {
    let (Some(guesses), true) = (dom::find("[data-guesses]"), untrack(|| is_here(shell))) else { return };
    let address = window().location().pathname().unwrap_or_default();
    let html = search_index::with(|index, _| {
        let search_index::Index::Ready(index) = index else { return String::new() };
        shell.site.with_value(|site| {
            let query = Query::of_address(address.strip_prefix(site.base.as_str()).unwrap_or(&address));
            let reading = Reading::new(index, &query);
            let library =
                Library { reading: &reading, reference: None, base: &site.base, section_text: &|_, _, _| None };
            let answer = library.answer("", shell.edition.get_untracked());
            nearest_pages(&answer.pages()[..answer.pages().len().min(GUESSES_MAX)])
        })
    });
    let _ = guesses.toggle_attribute_with_force("hidden", html.is_empty());
    show(&html);
}

#[expect(clippy::disallowed_methods, reason = "`search_results::nearest_pages` escapes every text that it writes")]
fn show(html: &str) {
    dom::find("[data-guesses] ul").inspect(|list| list.set_inner_html(html));
}
