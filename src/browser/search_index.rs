//! The files of the search: fetched when they are needed, read, kept.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableWritablePair, Response};

use super::dom;
use crate::search::{DecodeError, HalfRead, Reading, SearchIndex};
use crate::view::shell::Shell;

/// How far the index is on its way.
pub(super) enum Index {
    /// Nobody has asked for it.
    Away,
    /// Asked for.
    Loading,
    /// Its names are here, and the texts that queries needed so far.
    Ready(Box<SearchIndex>),
    /// The names could not be fetched or read; holds why, in words.
    Failed(String),
}

/// How much of what a query needs is here.
pub(super) enum Coverage {
    /// All of the texts.
    Whole,
    /// Texts are on their way.
    Coming,
    /// A file is lost; holds why, in words.
    Partial(String),
}

/// A file of the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum File {
    /// The names.
    Names,
    /// The index of what was generated.
    Reference,
    /// One part of the texts.
    Texts(usize),
}

thread_local! {
    static INDEX: RefCell<Index> = const { RefCell::new(Index::Away) };
    static GENERATED: RefCell<Option<Box<SearchIndex>>> = const { RefCell::new(None) };
    /// The files that were asked for.
    static ASKED: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
    /// Those that could not be fetched or read, and why.
    static LOST: RefCell<Vec<(File, String)>> = const { RefCell::new(Vec::new()) };
}

/// Shows how far the index is, and the index of what was generated when it is here.
pub(super) fn with<T>(look: impl FnOnce(&Index, Option<&SearchIndex>) -> T) -> T {
    INDEX.with_borrow(|index| GENERATED.with_borrow(|generated| look(index, generated.as_deref())))
}

/// Lets what was lost be fetched again.
pub(super) fn forget_failure() {
    INDEX.with_borrow_mut(|index| {
        if matches!(index, Index::Failed(_)) {
            *index = Index::Away;
        }
    });
    ASKED.with_borrow_mut(|asked| asked.retain(|file| why_lost(*file).is_none()));
    LOST.set(Vec::new());
}

/// Fetches the names, once, and calls `done` when they are here or lost.
pub(super) fn fetch(shell: Shell, done: fn(Shell)) {
    if INDEX.with_borrow(|index| matches!(index, Index::Away)) {
        INDEX.set(Index::Loading);
        fetch_file(shell, File::Names, done);
    }
}

/// Fetches what a query needs besides the names, and calls `done` with each file.
///
/// The index of what was generated comes last: it is larger than the texts of a query, and answers fewer of them.
pub(super) fn fetch_for(shell: Shell, reading: &Reading<'_>, done: fn(Shell)) -> Coverage {
    let (mut lost, mut is_coming) = (None, false);
    for part in reading.missing_bodies(shell.edition.get_untracked()) {
        let why = why_lost(File::Texts(part));
        if why.is_none() {
            fetch_file(shell, File::Texts(part), done);
            is_coming = true;
        }
        lost = lost.or(why);
    }
    if is_coming {
        return Coverage::Coming;
    }
    fetch_file(shell, File::Reference, done);
    lost.or_else(|| why_lost(File::Reference)).map_or(Coverage::Whole, Coverage::Partial)
}

fn why_lost(file: File) -> Option<String> {
    LOST.with_borrow(|lost| lost.iter().find(|(lost, _)| *lost == file).map(|(_, problem)| problem.clone()))
}

fn fetch_file(shell: Shell, file: File, done: fn(Shell)) {
    if ASKED.with_borrow(|asked| asked.contains(&file)) {
        return;
    }
    ASKED.with_borrow_mut(|asked| asked.push(file));
    let address = shell.site.with_value(|site| {
        site.base.file(&match file {
            File::Names => site.search.names(),
            File::Reference => site.search.generated.clone(),
            File::Texts(part) => site.search.texts(part),
        })
    });
    dom::spawn(async move {
        let taken = match bytes_of(&address).await {
            Ok(bytes) => take(file, &bytes).await.map_err(|error| error.to_string()),
            Err(problem) => Err(problem.to_owned()),
        };
        if let Err(mut problem) = taken {
            problem.push_str(". Reload the page to try again.");
            if file == File::Names {
                INDEX.set(Index::Failed(problem.clone()));
            }
            LOST.with_borrow_mut(|lost| lost.push((file, problem)));
        }
        done(shell);
    });
}

async fn take(file: File, bytes: &[u8]) -> Result<(), DecodeError> {
    if let File::Texts(_) = file {
        return INDEX.with_borrow_mut(|index| match index {
            Index::Ready(index) => index.add_body(bytes),
            _ => Ok(()),
        });
    }
    let half = HalfRead::new(bytes)?;
    dom::next_task().await;
    let index = Box::new(half.finish()?);
    if file == File::Names {
        INDEX.set(Index::Ready(index));
    } else {
        GENERATED.set(Some(index));
    }
    Ok(())
}

/// Fetches a file and unpacks it: hosts compress no files of this kind, so the press did.
///
/// # Errors
///
/// Returns what a reader is told.
async fn bytes_of(file: &str) -> Result<Vec<u8>, &'static str> {
    const AWAY: &str = "The search index could not be fetched: the network is away, or the site was renewed";
    let packed = fetched(file).await.ok_or(AWAY)?;
    unpacked(&packed).await.ok_or("Search does not work just now: its index is damaged")
}

async fn fetched(file: &str) -> Option<ReadableStream> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await.ok()?.dyn_into().ok()?;
    if response.ok() { response.body() } else { None }
}

async fn unpacked(packed: &ReadableStream) -> Option<Vec<u8>> {
    let constructor: Function = Reflect::get(&window(), &"DecompressionStream".into()).ok()?.dyn_into().ok()?;
    let inflate = Reflect::construct(&constructor, &Array::of1(&"deflate-raw".into())).ok()?;
    let plain = packed.pipe_through(inflate.unchecked_ref::<ReadableWritablePair>());
    let response = Response::new_with_opt_readable_stream(Some(&plain)).ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
