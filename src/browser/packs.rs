//! The packs: the pages of a guide in one file, for navigation without a page load.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{dom, navigation};
use crate::route::Route;
use crate::view::model::PageView;
use crate::view::pack;
use crate::view::shell::Shell;

thread_local! {
    /// The packs that were asked for. One that never comes is gone: the site was deployed anew, or the network is away; its
    /// pages are ordinary page loads.
    static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The pages of the packs that are here.
    static PAGES: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// A page of a pack.
struct Kept {
    route: String,
    /// Its line of the pack, until it is read.
    json: String,
    page: Option<Arc<PageView>>,
}

impl Kept {
    fn read(&mut self) -> Option<Arc<PageView>> {
        if self.page.is_none() {
            self.page = serde_json::from_str(&std::mem::take(&mut self.json)).ok();
        }
        self.page.clone()
    }
}

/// Returns a page when its pack is here.
pub(super) fn page(route: &Route) -> Option<Arc<PageView>> {
    PAGES.with_borrow_mut(|pages| pages.iter_mut().find(|kept| kept.route == route.as_str())?.read())
}

/// Reads the pages at leisure, one at a time, so that none has to be read when it is asked for.
fn read_ahead() {
    let is_more = PAGES.with_borrow_mut(|pages| pages.iter_mut().find(|kept| !kept.json.is_empty()).map(Kept::read));
    if is_more.is_some() {
        navigation::when_idle(read_ahead);
    }
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
        if let Some(text) = text(&file).await {
            let pages =
                pack::pages(&text).map(|(route, json)| Kept { route: route.into(), json: json.into(), page: None });
            PAGES.with_borrow_mut(|here| here.extend(pages));
            shell.packs_here.update(|count| *count += 1);
            navigation::when_idle(read_ahead);
        }
    });
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
