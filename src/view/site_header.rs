//! The head of every page.

use leptos::prelude::*;

use super::edition_switch::EditionSwitch;
use super::icon::{Icon, MENU};
use super::search_trigger::SearchTrigger;
use super::theme_switch::ThemeSwitch;
use super::wordmark::Wordmark;

/// The head of every page. Its radios and buttons are native; the browser listens for them.
#[component]
pub(super) fn SiteHeader(
    /// What stands in it; empty while hydrating.
    header_html: String,
) -> impl IntoView {
    view! { <header class="site-header" inner_html=header_html></header> }
}

/// Wordmark, menu, edition, search and theme.
#[component]
pub(super) fn HeaderContent(
    /// The name of the site.
    title: String,
    /// The path of the home page.
    home_href: String,
) -> impl IntoView {
    view! {
        <Wordmark title home_href/>
        <a class="menu-button" href="#site-nav">
            <Icon class="menu-button__icon" path=MENU/>
            <span class="visually-hidden">"Menu"</span>
        </a>
        <EditionSwitch id="edition"/>
        <SearchTrigger/>
        <ThemeSwitch/>
    }
}
