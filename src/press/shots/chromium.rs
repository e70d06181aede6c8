//! The browser that looks at the shop: a Chromium of its own, without a window.

use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use chromiumoxide::browser::{Browser, BrowserConfig};
use futures::StreamExt;
use tempfile::TempDir;

use crate::press::chromium;

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
    let executable = chromium::find()
        .context("screenshots need Chromium: put `chromium` on PATH, or set CHROME to the path of one")?;
    let profile = tempfile::tempdir().context("making a folder for the browser's profile")?;
    let config = BrowserConfig::builder()
        .chrome_executable(executable)
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
