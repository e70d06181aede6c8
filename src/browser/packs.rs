//! The packs: the pages of a guide in one file, for navigation without a page load.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::dom;
use crate::route::Route;
use crate::view::model::PageView;
use crate::view::shell::Shell;

/// How far a guide's pack is on its way.
enum Pack {
    /// Asked for.
    Loading,
    /// Here.
    Ready(Vec<Arc<PageView>>),
    /// Gone: the site was deployed anew, or the network is away. Its pages are ordinary page loads.
    Missing,
}

thread_local! {
    static PACKS: RefCell<BTreeMap<String, Pack>> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns a page when its pack is here.
pub(super) fn page(route: &Route) -> Option<Arc<PageView>> {
    PACKS.with_borrow(|packs| match packs.get(pack_of(route)) {
        Some(Pack::Ready(pages)) => pages.iter().find(|page| page.route == *route).cloned(),
        _ => None,
    })
}

fn pack_of(route: &Route) -> &str {
    route.guide().unwrap_or_default()
}

/// Fetches the pack of a page, once.
pub(super) fn prefetch(shell: Shell, route: &Route) {
    fetch(shell, pack_of(route).to_owned());
}

/// Fetches every pack.
pub(super) fn prefetch_all(shell: Shell) {
    let names: Vec<String> = shell.site.with_value(|site| site.packs.iter().map(|(name, _)| name.clone()).collect());
    for name in names {
        fetch(shell, name);
    }
}

fn fetch(shell: Shell, name: String) {
    let Some(file) =
        shell.site.with_value(|site| Some(site.base.file(&site.packs.iter().find(|(guide, _)| *guide == name)?.1)))
    else {
        return;
    };
    let is_known = PACKS.with_borrow(|packs| packs.contains_key(&name));
    if is_known {
        return;
    }
    PACKS.with_borrow_mut(|packs| packs.insert(name.clone(), Pack::Loading));
    dom::spawn(async move {
        let pack = match load(&file).await {
            Some(pages) => Pack::Ready(pages.into_iter().map(Arc::new).collect()),
            None => Pack::Missing,
        };
        PACKS.with_borrow_mut(|packs| packs.insert(name, pack));
        shell.packs_here.update(|count| *count += 1);
    });
}

async fn load(file: &str) -> Option<Vec<PageView>> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text: JsValue = JsFuture::from(response.text().ok()?).await.ok()?;
    serde_json::from_str(&text.as_string()?).ok()
}
