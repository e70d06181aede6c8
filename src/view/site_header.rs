//! The head of every page.

use leptos::prelude::*;

use super::edition_switch::EditionSwitch;
use super::icon::{Icon, MENU};
use super::search_trigger::SearchTrigger;
use super::shell::Shell;
use super::theme_switch::ThemeSwitch;
use super::wordmark::Wordmark;

/// Wordmark, menu, edition, search and theme.
#[component]
pub(super) fn SiteHeader(
    /// The mark and the name of the site; empty while hydrating.
    wordmark_html: String,
) -> impl IntoView {
    let shell = Shell::expect();
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        shell.nav_open.update(|open| *open = !*open);
    };
    view! {
        <header class="site-header">
            <Wordmark wordmark_html/>
            <a class="menu-button" href="#site-nav" on:click=toggle>
                <Icon class="menu-button__icon" path=MENU/>
                <span class="visually-hidden">"Menu"</span>
            </a>
            <EditionSwitch/>
            <SearchTrigger/>
            <ThemeSwitch/>
        </header>
    }
}
