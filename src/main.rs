//! The two doors: the press on the command line, the app in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    // A task of its own: the browser has just spent one on compiling this.
    leptos::prelude::set_timeout(merchant_docs::browser::start, std::time::Duration::ZERO);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    merchant_docs::press::cli::run()
}
