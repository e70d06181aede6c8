//! The search.

use leptos::prelude::*;

use super::edition_switch::EditionSwitch;
use super::icon::{CROSS, GLASS, Icon};

/// A native dialog, which the browser opens as a modal one: focus stays inside, Esc closes, and the page behind is inert.
///
/// It stands beside the app and is no part of it: what it shows is written into it at each keystroke.
#[component]
pub fn SearchDialog() -> impl IntoView {
    view! {
        <dialog class="search-dialog" id="search-dialog" aria-label="Search the manual">
            <div class="search-dialog__frame">
                <div class="search-dialog__field"><Field/></div>
                // It scrolls: whoever has no mouse and no wheel can reach it.
                <div class="search-dialog__body" id="search-dialog-answers" role="region" aria-label="What was found"
                    tabindex="0"></div>
                <div class="search-dialog__foot"><Foot/></div>
                <p class="visually-hidden" role="status" id="search-dialog-said"></p>
            </div>
        </dialog>
    }
}

/// What is typed into, and the way out.
#[component]
fn Field() -> impl IntoView {
    view! {
        <Icon class="search-dialog__glass" path=GLASS/>
        <input class="search-dialog__input" id="search-dialog-input" type="text" role="combobox" inputmode="search"
            enterkeyhint="go" autocomplete="off" autocapitalize="none" spellcheck="false"
            placeholder="What do you want to do?" aria-label="Search the manual" aria-autocomplete="list"
            aria-expanded="false"/>
        <button class="search-dialog__close" type="button" aria-label="Close the search" data-action="close-search">
            <kbd class="search-dialog__key" aria-hidden="true">"Esc"</kbd>
            <Icon class="search-dialog__cross" path=CROSS/>
        </button>
    }
}

/// The edition that is searched, and the keys.
#[component]
fn Foot() -> impl IntoView {
    view! {
        <EditionSwitch id="search-dialog-edition"/>
        <p class="search-dialog__keys" aria-hidden="true">
            <span><kbd class="search-dialog__key">"↑"</kbd> " " <kbd class="search-dialog__key">"↓"</kbd> " choose"</span>
            <span><kbd class="search-dialog__key">"Enter"</kbd> " open"</span>
        </p>
        <button class="search-dialog__slash" type="button" aria-pressed="true" data-action="toggle-slash">
            <kbd class="search-dialog__key">"/"</kbd> " opens search"
        </button>
    }
}

/// Returns where a key leads among the answers; `None` when the key is not for them.
#[must_use]
pub fn next_answer(key: &str, active: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(if active >= last { 0 } else { active + 1 }),
        "ArrowUp" => Some(active.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        assert_eq!(next_answer("ArrowDown", 0, 3), Some(1));
        assert_eq!(next_answer("ArrowDown", 2, 3), Some(0));
        assert_eq!(next_answer("ArrowUp", 0, 3), Some(2));
        assert_eq!(next_answer("End", 0, 3), Some(2));
    }

    #[test]
    fn keys_are_left_alone_when_there_is_nothing_to_choose() {
        assert_eq!(next_answer("ArrowDown", 0, 0), None);
        assert_eq!(next_answer("a", 0, 3), None);
    }
}
