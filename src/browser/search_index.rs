//! The file of the search index: fetched once, read, kept.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use crate::search::SearchIndex;
use crate::view::shell::Shell;

/// How far the index is on its way.
pub(super) enum Index {
    /// Nobody has asked for it.
    Away,
    /// Asked for.
    Loading,
    /// Here.
    Ready(Box<SearchIndex>),
    /// It could not be fetched or read; holds why, in words.
    Failed(String),
}

thread_local! {
    static INDEX: RefCell<Index> = const { RefCell::new(Index::Away) };
}

/// Shows how far the index is.
pub(super) fn with<T>(look: impl FnOnce(&Index) -> T) -> T {
    INDEX.with_borrow(look)
}

/// Lets a failed fetch be tried again.
pub(super) fn forget_failure() {
    INDEX.with_borrow_mut(|index| {
        if matches!(index, Index::Failed(_)) {
            *index = Index::Away;
        }
    });
}

/// Fetches the index, once, and calls `done` when it is here or lost.
pub(super) fn fetch(shell: Shell, done: fn(Shell)) {
    if !with(|index| matches!(index, Index::Away)) {
        return;
    }
    INDEX.set(Index::Loading);
    let file = shell.site.with_value(|site| site.base.file(&site.search_index));
    spawn_local(async move {
        let index = match load(&file).await {
            Ok(index) => Index::Ready(Box::new(index)),
            Err(problem) => Index::Failed(problem),
        };
        INDEX.set(index);
        done(shell);
    });
}

/// Fetches and reads a file.
///
/// # Errors
///
/// Returns what a reader is told.
async fn load(file: &str) -> Result<SearchIndex, String> {
    let bytes = bytes_of(file).await.ok_or(
        "The search index could not be fetched: the network is away, or the site was renewed. Reload the page to try again.",
    )?;
    SearchIndex::decode(&bytes)
        .map_err(|error| format!("Search does not work just now: {error}. Reload the page to try again."))
}

async fn bytes_of(file: &str) -> Option<Vec<u8>> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
