//! The dialog that shows a screenshot in its own size.

use leptos::prelude::*;

use super::icon::{CROSS, Icon};

/// A native dialog that the press writes below the app's own markup. The app puts a copy of the figure into its stage; what
/// the boxes say, the style sheet does.
#[component]
pub fn Zoom() -> impl IntoView {
    view! {
        <dialog class="zoom" id="zoom" aria-label="Screenshot" closedby="any">
            <form class="zoom__bar" method="dialog">
                <label class="zoom__choice"><input type="checkbox" id="zoom-fit"/> "Fit to the width"</label>
                <label class="zoom__choice" id="zoom-both"><input type="checkbox" id="zoom-compare"/> "Compare editions"</label>
                <button class="zoom__close" aria-label="Close the screenshot"><Icon class="zoom__cross" path=CROSS/></button>
            </form>
            // It scrolls: whoever has no mouse and no wheel can reach it.
            <div class="zoom__stage" id="zoom-stage" role="region" aria-label="Screenshot in its own size" tabindex="0"></div>
        </dialog>
    }
}
