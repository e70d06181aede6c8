//! The switch between light, dark and the system's theme.

use leptos::prelude::*;

use super::icon::{Icon, MOON, SCREEN, SUN};
use super::shell::Theme;

/// Three native radios.
#[component]
pub(super) fn ThemeSwitch() -> impl IntoView {
    let radio = move |theme: Theme, path: &'static str| {
        view! {
            <label class="theme-switch__option" title=theme.name()>
                <input class="theme-switch__radio" type="radio" name="theme" id=format!("theme-{}", theme.id()) value=theme.id()
                    checked=theme == Theme::default()/>
                <Icon class="theme-switch__icon" path=path/>
                <span class="visually-hidden">{theme.name()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="theme-switch">
            <legend class="visually-hidden">"Theme"</legend>
            {radio(Theme::Light, SUN)}
            {radio(Theme::Dark, MOON)}
            {radio(Theme::System, SCREEN)}
        </fieldset>
    }
}
