//! Finds and starts Chromium.

use std::time::Duration;

use chromiumoxide::browser::{Browser, BrowserConfig};
use futures::StreamExt;
use merchant_docs::press::chromium;
use tempfile::TempDir;

/// No window, no sandbox (containers forbid it), and nothing of its own on the network.
const FLAGS: [&str; 10] = [
    "headless",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    // A machine without a mouse: readers on a desk have one.
    "blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    // Containers give /dev/shm too little room for a long page.
    "disable-dev-shm-usage",
    "force-color-profile=srgb",
];

/// How long Chromium may take to start. Shorter, and a busy machine fails tests; longer, and a hang hides.
const PATIENCE: Duration = Duration::from_mins(1);

/// Starts a browser with a profile of its own, which lives as long as the returned folder.
pub(super) async fn launch() -> (Browser, TempDir) {
    let executable =
        chromium::find().expect("the browser tests need Chromium: `chromium` on PATH, or CHROME with the path of one");
    let profile = tempfile::tempdir().expect("the system has a folder for temporary files");
    let config = BrowserConfig::builder()
        .chrome_executable(executable)
        .user_data_dir(profile.path())
        .no_sandbox()
        .viewport(None)
        .disable_default_args()
        .args(FLAGS)
        .launch_timeout(PATIENCE)
        .build()
        .expect("the configuration names an executable");
    let (browser, mut handler) = Browser::launch(config).await.expect("Chromium starts");
    tokio::spawn(async move { while handler.next().await.is_some() {} });
    (browser, profile)
}
