//! The switch between the editions.

use leptos::prelude::*;

use crate::edition::Edition;

/// Two native radios, in every header and in the search: they work by keyboard, without script and while the app is loading.
#[component]
pub(super) fn EditionSwitch(
    /// The name of the radios and the beginning of their ids.
    id: &'static str,
) -> impl IntoView {
    let radio = move |edition: Edition, long: &'static str, short: &'static str| {
        let radio_id = format!("{id}-{}", edition.id());
        let name_id = format!("{radio_id}-name");
        view! {
            <label class="edition-switch__option" data-edition=edition.id()>
                <input class="edition-switch__radio" type="radio" name=id id=radio_id value=edition.id()
                    aria-labelledby=name_id.clone() checked=edition == Edition::default()/>
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
