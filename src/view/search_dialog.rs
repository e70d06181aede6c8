//! The search.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::edition_switch::EditionSwitch;
use super::icon::{CROSS, GLASS, Icon};
use super::search_results::SearchResults;
use super::shell::Shell;

/// A native dialog, which the browser opens as a modal one: focus stays inside, Esc closes, and the page behind is inert.
///
/// Its content exists only while it is open, so that it weighs nothing on any page.
#[component]
pub(super) fn SearchDialog() -> impl IntoView {
    let shell = Shell::expect();
    view! {
        <dialog class="search-dialog" id="search-dialog" aria-label="Search the manual"
            on:close=move |_| shell.actions.close_search.run(())>
            {move || shell.search.is_open.get().then(|| view! { <Content/> })}
        </dialog>
    }
}

/// Field, answers and foot.
#[component]
fn Content() -> impl IntoView {
    let shell = Shell::expect();
    view! {
        <div class="search-dialog__frame">
            <Field/>
            <div class="search-dialog__body"><SearchResults/></div>
            <p class="visually-hidden" role="status">{move || shell.search.answer.with(|answer| answer.in_words())}</p>
            <Foot/>
        </div>
    }
}

#[component]
fn Field() -> impl IntoView {
    let shell = Shell::expect();
    let search = shell.search;
    let has_answers = move || search.answer.with(|answer| !answer.pages().is_empty());
    let active_id = move || search.active.get().map(option_id);
    let follow_key = move |event: KeyboardEvent| {
        // While an input method composes, arrows and Enter are its own.
        if event.is_composing() {
            return;
        }
        let count = search.answer.with_untracked(|answer| answer.hrefs().len());
        let active = search.active.get_untracked();
        if event.key() == "Enter" {
            event.prevent_default();
            active.into_iter().for_each(|at| shell.actions.follow_answer.run(at));
        } else if let Some(next) = next_active(&event.key(), active, count) {
            event.prevent_default();
            search.active.set(Some(next));
        }
    };
    view! {
        <div class="search-dialog__field">
            <Icon class="search-dialog__glass" path=GLASS/>
            <input class="search-dialog__input" id="search-input" type="text" role="combobox" inputmode="search"
                enterkeyhint="go" autocomplete="off" autocapitalize="none" spellcheck="false"
                placeholder="What do you want to do?" aria-label="Search the manual" aria-autocomplete="list"
                aria-controls="search-results" aria-expanded=move || has_answers().to_string()
                aria-activedescendant=active_id
                prop:value=move || search.typed.get()
                on:input=move |event| shell.actions.ask.run(event_target_value(&event))
                on:keydown=follow_key/>
            <button class="search-dialog__close" type="button" aria-label="Close the search"
                on:click=move |_| shell.actions.close_search.run(())>
                <kbd class="search-dialog__key" aria-hidden="true">"Esc"</kbd>
                <Icon class="search-dialog__cross" path=CROSS/>
            </button>
        </div>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let shell = Shell::expect();
    let toggle = move |_: MouseEvent| shell.actions.toggle_slash.run(());
    let key = |sign: &'static str| view! { <kbd class="search-dialog__key">{sign}</kbd> };
    view! {
        <div class="search-dialog__foot">
            <EditionSwitch id="search-edition"/>
            <p class="search-dialog__keys" aria-hidden="true">
                <span>{key("↑")} {key("↓")} " choose"</span>
                <span>{key("Enter")} " open"</span>
            </p>
            <button class="search-dialog__slash" type="button" aria-pressed=move || shell.search.slash_opens.get().to_string()
                on:click=toggle>
                {key("/")} " opens search"
            </button>
        </div>
    }
}

/// Returns the id of the answer at a place.
pub(super) fn option_id(at: usize) -> String {
    format!("search-option-{at}")
}

/// Returns where a key leads among the answers; `None` when the key is not for them.
fn next_active(key: &str, active: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(active.map_or(0, |at| if at >= last { 0 } else { at + 1 })),
        "ArrowUp" => Some(active.map_or(last, |at| at.checked_sub(1).unwrap_or(last))),
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
        assert_eq!(next_active("ArrowDown", None, 3), Some(0));
        assert_eq!(next_active("ArrowDown", Some(2), 3), Some(0));
        assert_eq!(next_active("ArrowUp", Some(0), 3), Some(2));
        assert_eq!(next_active("End", Some(0), 3), Some(2));
    }

    #[test]
    fn keys_are_left_alone_when_there_is_nothing_to_choose() {
        assert_eq!(next_active("ArrowDown", None, 0), None);
        assert_eq!(next_active("a", Some(0), 3), None);
    }
}
