//! The app in the browser: the only code that touches `web_sys`, storage and the network.
//!
//! [`start`] reads what the press embedded in the page, hydrates the shell and connects it. From then on the document is
//! changed by the components through signals, and by the files here for what is no component: the attributes of `<html>`,
//! history, scroll position and focus.

mod anchors;
mod answer_list;
mod checklists;
mod clipboard;
mod contents;
mod differences;
mod dom;
mod drawer;
mod edition;
mod highlight;
mod navigation;
mod not_found;
mod packs;
mod page_actions;
mod previews;
mod radios;
mod recent_queries;
mod screenshots;
mod scroll;
mod search;
mod search_index;
mod section_texts;
mod shop;
mod shortcuts;
mod storage;
mod theme;

use std::time::Duration;

use leptos::mount::hydrate_body;
use leptos::prelude::*;

use crate::view::App;
use crate::view::fixed::FixedMarkup;
use crate::view::model::Bootstrap;
use crate::view::shell::Shell;

/// Takes over the page at hand.
///
/// A page without readable bootstrap data, of another release for example, is left as it is: it reads without the app.
pub fn start() {
    let Some(bootstrap) = read_bootstrap() else { return };
    hydrate_body(move || {
        let shell = Shell::new(bootstrap.site, bootstrap.page);
        let owner = Owner::current().unwrap_or_default();
        // Three tasks with hydration: in one, a slow phone would not answer a finger for a tenth of a second.
        for connect in [connect, connect_tools] {
            let owner = owner.clone();
            set_timeout(move || owner.with(|| connect(shell)), Duration::ZERO);
        }
        view! { <App shell fixed=FixedMarkup::default()/> }
    });
}

fn read_bootstrap() -> Option<Bootstrap> {
    let text = dom::by_id("bootstrap")?.text_content()?;
    serde_json::from_str(&text).ok()
}

/// Connects the shell with the document: what a page cannot do without. By now its markup is known to agree.
fn connect(shell: Shell) {
    edition::connect(shell);
    radios::connect(shell);
    theme::connect(shell);
    navigation::connect(shell);
    contents::connect(shell);
    drawer::connect(shell);
    page_actions::connect(shell);
    anchors::connect(shell);
}

/// Connects what the reader reaches for, and says that the app is ready.
fn connect_tools(shell: Shell) {
    search::connect(shell);
    highlight::connect(shell);
    shop::connect(shell);
    previews::connect(shell);
    checklists::connect(shell);
    screenshots::connect();
    shortcuts::connect();
    dom::set_root_attribute("data-app", "ready");
}
