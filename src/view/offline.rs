//! What the page "Read offline" shows: which pages are on this device, and a button for all of them.

use leptos::prelude::*;

use crate::edition::Edition;

/// The markup that `press/offline.js` fills in; without it, it says what keeping pages needs.
///
/// The service worker shows the same page in the place of one that is not on the device, and then unveils `data-missing`.
#[component]
pub fn OfflineManual() -> impl IntoView {
    let names = Edition::ALL.map(|edition| {
        let size = format!("size-{}", edition.id());
        view! { <span data-only=edition.id()>{edition.name()}<span data-offline=size></span></span> }
    });
    view! {
        <section class="offline" aria-label="Read offline">
            <p class="offline__missing" data-missing hidden>
                "The page that you asked for is not on this device, and the site does not answer. Reload when the network is back."
            </p>
            <h2 class="offline__heading">"Keep the whole manual on this device"</h2>
            <p>
                "Every page, the search and the screenshots of your edition. Nothing is fetched before you select the button, and "
                "you can remove it again."
            </p>
            <p class="offline__state" role="status" data-offline="state">
                "Keeping pages needs a current browser with scripting, and a secure address (https)."
            </p>
            <progress class="offline__progress" data-offline="progress" aria-label="Fetched so far" value="0" hidden></progress>
            <div class="offline__buttons">
                <button class="button" type="button" data-kind="solid" data-offline="keep" hidden>
                    <span>"Keep the manual for " {names}</span>
                </button>
                <button class="button" type="button" data-offline="remove" hidden>"Remove everything from this device"</button>
            </div>
            <h2 class="offline__heading">"On this device now"</h2>
            <p data-offline="count">"Not known yet"</p>
            <ul class="offline__pages" role="list" data-offline="pages"></ul>
        </section>
    }
}
