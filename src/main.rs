//! The two doors: the press on the command line, the app in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    merchant_docs::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    merchant_docs::press::cli::run()
}
