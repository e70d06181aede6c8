//! The switch between the editions.

use leptos::prelude::*;

use super::shell::Shell;
use crate::edition::Edition;

/// Two native radios in every header: they work by keyboard, without script and while the app is loading.
#[component]
pub(super) fn EditionSwitch() -> impl IntoView {
    let shell = Shell::expect();
    let radio = move |edition: Edition, long: &'static str, short: &'static str| {
        let id = format!("edition-{}", edition.id());
        let name_id = format!("{id}-name");
        view! {
            <label class="edition-switch__option" data-edition=edition.id()>
                <input class="edition-switch__radio" type="radio" name="edition" id=id value=edition.id()
                    aria-labelledby=name_id.clone()
                    checked=edition == Edition::default()
                    prop:checked=move || shell.edition.get() == edition
                    on:change=move |_| shell.actions.choose_edition.run(edition)/>
                <span id=name_id><span class="edition-switch__long">{long}</span>{short}</span>
            </label>
        }
    };
    view! {
        <fieldset class="edition-switch">
            <legend class="visually-hidden">"Edition"</legend>
            {radio(Edition::OpenSource, "Magento ", "Open Source")}
            {radio(Edition::MageOs, "", "Mage-OS")}
        </fieldset>
    }
}
