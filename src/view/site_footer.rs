//! Whose names are whose, and where the communities are.

use leptos::prelude::*;

/// The foot of every page.
#[component]
pub(super) fn SiteFooter(
    /// What it says; empty while hydrating.
    footer_html: String,
) -> impl IntoView {
    view! { <footer class="site-footer" inner_html=footer_html></footer> }
}

/// What the foot says.
#[component]
pub(super) fn FooterText(
    /// The address of the sources; empty when there is none.
    source_address: String,
    /// The address of the page that lists what differs.
    compare_href: String,
    /// The address of the whole manual as one document.
    print_href: String,
    /// The address of the page about reading without a network.
    offline_href: String,
) -> impl IntoView {
    let source = (!source_address.is_empty()).then(|| {
        view! { <li><a href=source_address rel="external noopener">"Source of this site"</a></li> }
    });
    view! {
            <section>
                <h2 class="site-footer__heading">"Independent project"</h2>
                <p>
                    "Merchant Docs is a community project and no product of Adobe, the Magento Association or the Mage-OS "
                    "Association. Magento is a registered trademark of Adobe Inc. The Mage-OS name and logo belong to the "
                    "Mage-OS Association. Both names are used here to say what the text is about."
                </p>
            </section>
            <section>
                <h2 class="site-footer__heading">"Communities"</h2>
                <ul class="site-footer__list">
                    <li><a href="https://mage-os.org/" rel="external noopener">"Mage-OS Association"</a></li>
                    <li><a href="https://www.magentoassociation.org/" rel="external noopener">"Magento Association"</a></li>
                </ul>
            </section>
            <section>
                <h2 class="site-footer__heading">"This manual"</h2>
                <ul class="site-footer__list">
                    {source}
                    <li><a href=compare_href>"Compare the editions"</a></li>
                    <li><a href=print_href>"Print the whole manual"</a></li>
                    <li><a href=offline_href>"Read offline"</a></li>
                    <li><a href="https://creativecommons.org/licenses/by/4.0/" rel="external license noopener">"Text under CC BY 4.0"</a></li>
                    <li>"Code under MIT or Apache 2.0"</li>
                    <li><button class="site-footer__button" type="button" data-action="your-shop">"Your shop"</button></li>
                    <li><button class="site-footer__button" type="button" data-action="shortcuts">"Keyboard shortcuts"</button></li>
                </ul>
            </section>
    }
}
