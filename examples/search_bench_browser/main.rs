//! The engine as a WebAssembly module for the browser half of a search bench: [`main`] puts an object `ours` into the global
//! scope, with the functions `load`, `addTexts`, `missing` and `search`.

#[cfg(target_arch = "wasm32")]
mod engine;

#[cfg(target_arch = "wasm32")]
fn main() {
    engine::publish();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
