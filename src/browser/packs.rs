//! The packs: the pages of a guide in one file, for navigation without a page load.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;
use crate::route::Route;
use crate::view::model::PageView;
use crate::view::shell::Shell;

thread_local! {
    /// The packs that were asked for. One that never comes is gone: the site was deployed anew, or the network is away; its
    /// pages are ordinary page loads.
    static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The pages of the packs that are here.
    static PAGES: RefCell<Vec<Arc<PageView>>> = const { RefCell::new(Vec::new()) };
}

/// Returns a page when its pack is here.
pub(super) fn page(route: &Route) -> Option<Arc<PageView>> {
    PAGES.with_borrow(|pages| pages.iter().find(|page| page.route == *route).cloned())
}

fn pack_of(route: &Route) -> &str {
    route.guide().unwrap_or_default()
}

/// Fetches the pack of a page, once.
pub(super) fn prefetch(shell: Shell, route: &Route) {
    let name = pack_of(route).to_owned();
    let Some(file) =
        shell.site.with_value(|site| Some(site.base.file(&site.packs.iter().find(|(guide, _)| *guide == name)?.1)))
    else {
        return;
    };
    if ASKED.with_borrow(|asked| asked.contains(&name)) {
        return;
    }
    ASKED.with_borrow_mut(|asked| asked.push(name));
    dom::spawn(async move {
        if let Some(pages) = load(&file).await {
            PAGES.with_borrow_mut(|here| here.extend(pages.into_iter().map(Arc::new)));
            shell.packs_here.update(|count| *count += 1);
        }
    });
}

async fn load(file: &str) -> Option<Vec<PageView>> {
    serde_json::from_str(&text(file).await?).ok()
}

/// Fetches the text of a file of the site; `None` without the network or the file.
pub(super) async fn text(file: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: JsValue = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string()
}
