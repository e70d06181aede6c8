//! The dialog in which readers give the address of their own Admin.

use leptos::prelude::*;

/// A native dialog that the press writes below the app's own markup. What its buttons do is named by `data-action`, and no
/// button that opens it is shown before the app is there.
#[component]
pub fn YourShop(
    /// The address of the page that tells how this works, when the manual has it.
    help: Option<String>,
) -> impl IntoView {
    let help = help.map(|href| view! { <a href=href data-action="your-shop-close">"How this works"</a> });
    view! {
        <dialog class="your-shop" id="shop-dialog" aria-labelledby="shop-dialog-title">
            <form class="your-shop__form" id="shop-dialog-form" method="dialog" novalidate>
                <h2 class="your-shop__title" id="shop-dialog-title">"Your shop"</h2>
                <p>
                    "Give the address of your Admin, and this manual leads there: menu paths and settings open that very "
                    "screen in a new tab, and commands and examples show the address of your shop."
                </p>
                <div class="your-shop__field">
                    <label class="your-shop__label" for="shop-dialog-address">"Address of your Admin"</label>
                    <input class="your-shop__address" id="shop-dialog-address" type="text" inputmode="url" autocomplete="off"
                        autocapitalize="none" spellcheck="false" aria-describedby="shop-dialog-message shop-dialog-hint"/>
                    <p class="your-shop__message" id="shop-dialog-message" role="status"></p>
                    <p class="your-shop__hint" id="shop-dialog-hint">
                        "Your shop's domain and the word behind it, such as https://shop.example/admin_x1"
                    </p>
                </div>
                <p class="your-shop__note">
                    "It stays in this browser, is never sent anywhere, and goes when you select Remove. An Admin that adds "
                    "secret keys to its addresses, as new shops do, shows its start page instead of the screen. " {help}
                </p>
                <div class="your-shop__buttons">
                    <button class="button" type="submit" data-kind="solid">"Save"</button>
                    <button class="button your-shop__remove" type="button" data-action="your-shop-remove">"Remove"</button>
                    <button class="button your-shop__close" type="button" data-action="your-shop-close">"Close"</button>
                </div>
            </form>
        </dialog>
    }
}
