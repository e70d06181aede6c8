//! Stands in for wasm-streams, which leptos brings along to stream the answers of server functions.
//!
//! A site without a server has none, so nothing here is ever called. The real crate exports its classes to JavaScript,
//! and what is exported stays in the app: 5 KiB after brotli that every reader would fetch for nothing. This one has
//! only the signatures that `server_fn` is compiled against, of a stream that nobody can make.

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of JavaScript values; has no value, because no stream is ever read or written here.
#[derive(Debug)]
pub enum ReadableStream {}

impl ReadableStream {
    /// Would wrap the body of an answer.
    ///
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("a site without a server streams nothing")
    }

    /// Would wrap the body of a request.
    ///
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("a site without a server streams nothing")
    }

    /// Unwraps a stream that cannot be.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// Reads a stream that cannot be.
    #[must_use]
    pub fn into_stream(self) -> Box<dyn Stream<Item = Result<JsValue, JsValue>> + Unpin> {
        match self {}
    }
}
