//! Where is Chromium? One answer for the tests and for those who take screenshots.

use std::env;
use std::path::PathBuf;

/// Names under which Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Returns what the variable `CHROME` names, else the first Chromium on `PATH`. Whether it starts is not tried.
pub fn find() -> Option<PathBuf> {
    env::var_os("CHROME").map(PathBuf::from).or_else(|| NAMES.iter().find_map(|name| on_path(name)))
}

/// Returns the first file of that name on `PATH`.
pub(super) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
