//! The browser that looks at the shop: a Chromium of its own, without a window.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use chromiumoxide::browser::{Browser, BrowserConfig};
use futures::StreamExt;
use tempfile::TempDir;

/// Names under which Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The same colors and letters on every machine, and nothing of its own on the network.
const FLAGS: [&str; 11] = [
    "headless",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    // Containers give /dev/shm too little room for a long page.
    "disable-dev-shm-usage",
    "force-color-profile=srgb",
    "font-render-hinting=none",
    "hide-scrollbars",
];

/// Starts a browser with a profile of its own, which lives as long as the returned folder.
///
/// # Errors
///
/// Returns an error when there is none or it does not start.
pub(super) async fn launch(patience: Duration) -> Result<(Browser, TempDir)> {
    let profile = tempfile::tempdir().context("making a folder for the browser's profile")?;
    let config = BrowserConfig::builder()
        .chrome_executable(executable()?)
        .user_data_dir(profile.path())
        .no_sandbox()
        .viewport(None)
        .disable_default_args()
        .args(FLAGS)
        .launch_timeout(patience.max(Duration::from_mins(1)))
        .request_timeout(patience)
        .build()
        .map_err(|why| anyhow!(why))
        .context("configuring the browser")?;
    let (browser, mut handler) = Browser::launch(config).await.context("starting Chromium")?;
    tokio::spawn(async move { while handler.next().await.is_some() {} });
    Ok((browser, profile))
}

fn executable() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROME") {
        return Ok(path.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let candidates = env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    let found = candidates.into_iter().find(|file| file.is_file());
    found.context("screenshots need Chromium: put `chromium` on PATH, or set CHROME to the path of one")
}
