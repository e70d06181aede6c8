//! The sheet of keyboard shortcuts.

use leptos::prelude::*;

use super::icon::{CROSS, Icon};

/// Keys, and what they do. A slash between keys means "or", a space "together with".
const KEYS: [(&str, &str); 7] = [
    ("/", "Search the manual"),
    ("Ctrl K", "Search the manual, also on a Mac with ⌘ K"),
    ("↑ ↓", "Choose an answer, a heading or an edition"),
    ("Enter", "Open what is chosen"),
    ("Esc", "Close what is open; take the marks of a search off the page"),
    ("← →", "Move the slider between two screenshots, or a screenshot in its own size"),
    ("?", "Show these keys"),
];

/// A native dialog that the press writes below the app's own markup.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let rows = KEYS.map(|(keys, meaning)| {
        let keys = keys.split(' ').map(|key| view! { <kbd class="shortcuts__key">{key}</kbd> " " }).collect_view();
        view! { <li class="shortcuts__row"><span>{keys}</span><span>{meaning}</span></li> }
    });
    view! {
        <dialog class="shortcuts" id="shortcuts" aria-labelledby="shortcuts-title" closedby="any">
            <form class="shortcuts__head" method="dialog">
                <h2 class="shortcuts__title" id="shortcuts-title">"Keyboard shortcuts"</h2>
                <button class="shortcuts__close" aria-label="Close the shortcuts"><Icon class="shortcuts__cross" path=CROSS/></button>
            </form>
            <ul class="shortcuts__list" role="list">{rows.collect_view()}</ul>
            <button class="button" type="button" aria-pressed="true" data-action="toggle-slash">
                <kbd class="shortcuts__key">"/"</kbd> " and " <kbd class="shortcuts__key">"?"</kbd> " are on"
            </button>
        </dialog>
    }
}
