//! Finds and starts Chromium.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use chromiumoxide::browser::{Browser, BrowserConfig};
use futures::StreamExt;
use tempfile::TempDir;

/// Names under which Chromium is installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// No window, no sandbox (containers forbid it), and nothing of its own on the network.
const FLAGS: [&str; 9] = [
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
];

/// How long Chromium may take to start or answer. Shorter, and a busy machine fails tests; longer, and a hang hides.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long one question to a page may take: axe goes through a long page four times, and a busy machine takes its time.
const ANSWER: Duration = Duration::from_mins(5);

/// Starts a browser with a profile of its own, which lives as long as the returned folder.
pub(super) async fn launch() -> (Browser, TempDir) {
    let profile = tempfile::tempdir().expect("the system has a folder for temporary files");
    let config = BrowserConfig::builder()
        .chrome_executable(executable())
        .user_data_dir(profile.path())
        .no_sandbox()
        .viewport(None)
        .disable_default_args()
        .args(FLAGS)
        .launch_timeout(PATIENCE)
        .request_timeout(ANSWER)
        .build()
        .expect("the configuration names an executable");
    let (browser, mut handler) = Browser::launch(config).await.expect("Chromium starts");
    tokio::spawn(async move { while handler.next().await.is_some() {} });
    (browser, profile)
}

fn executable() -> PathBuf {
    if let Some(path) = env::var_os("CHROME") {
        return path.into();
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let candidates = env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    candidates.into_iter().find(|file| file.is_file()).unwrap_or_else(|| {
        panic!("the browser tests need Chromium: put `chromium` on PATH, or set CHROME to the path of one")
    })
}
