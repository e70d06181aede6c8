//! The texts of sections, read from the packs once: the same sections answer at one keystroke after the other.

use std::cell::RefCell;
use std::rc::Rc;

use super::{navigation, packs};
use crate::edition::Edition;
use crate::route::Route;
use crate::view::page_text::section_text;
use crate::view::shell::Shell;

/// A section of a page as an edition reads it, with its text.
struct Read {
    route: Route,
    anchor: String,
    edition: Edition,
    text: Rc<str>,
}

thread_local! {
    static TEXTS: RefCell<Vec<Read>> = const { RefCell::new(Vec::new()) };
}

/// Returns the text below a heading when the page's pack is here; otherwise fetches the pack.
pub(super) fn get(shell: Shell, route: &Route, anchor: &str, edition: Edition) -> Option<Rc<str>> {
    let known = TEXTS.with_borrow(|texts| {
        let found = texts.iter().find(|text| text.anchor == anchor && text.edition == edition && text.route == *route);
        found.map(|found| Rc::clone(&found.text))
    });
    known.or_else(|| {
        // Pages below other pages are in no pack.
        if route.parent().is_none() && !navigation::saves_data() {
            packs::prefetch(shell, route);
        }
        let text: Rc<str> = section_text(&packs::page(route)?.html, anchor, edition)?.into();
        let read = Read { route: route.clone(), anchor: anchor.to_owned(), edition, text: Rc::clone(&text) };
        TEXTS.with_borrow_mut(|texts| texts.push(read));
        Some(text)
    })
}
